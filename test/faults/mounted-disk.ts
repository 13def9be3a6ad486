import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const mount = (place: string, options: readonly string[]): void => {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'none', place], { stdio: 'ignore' })
}

/** Also while somebody still has a file of it open. */
const unmount = (place: string): void => {
  execFileSync('umount', ['-l', place], { stdio: 'ignore' })
}

/** Needs the right to mount, which a plain user and most containers lack: then what needs it is skipped. */
export const canMount = ((): boolean => {
  const place = mkdtempSync(join(tmpdir(), 'assay-mount-'))
  try {
    mount(place, ['size=1m'])
    unmount(place)
    return true
  } catch {
    return false
  } finally {
    rmdirSync(place)
  }
})()

/** A small disk of its own at a directory that exists. */
export const mountedDisk = (place: string) => ({
  mount: (...options: string[]) => mount(place, options),
  unmount: () => unmount(place),
})
