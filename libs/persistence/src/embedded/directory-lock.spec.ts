import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { lockDirectory } from './directory-lock.ts'
import { processTableMark, startMarkOf } from './process-table.ts'
import { killHard } from './server-in-a-child-process.ts'

const LOCK = new URL('./directory-lock.ts', import.meta.url).href

let directory = ''
const children: ChildProcess[] = []

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'assay-lock-'))
})

afterEach(async () => {
  await Promise.all(children.splice(0).map(killHard))
  rmSync(directory, { recursive: true, force: true })
})

function writeLock(holder: object): string {
  const file = join(directory, 'lock.7')
  writeFileSync(file, JSON.stringify(holder))
  return file
}

/** Each child waits for the same instant, tries once and says "won" or the code of its error. */
async function raceInChildren(count: number): Promise<string[]> {
  const program = `
    const { lockDirectory } = await import(${JSON.stringify(LOCK)})
    while (Date.now() < ${Date.now() + 1_500});
    const said = await lockDirectory(${JSON.stringify(directory)}).then(() => 'won', (error) => error.code)
    process.stdout.write(said + '\\n')
    setInterval(() => {}, 1000)`
  const contenders = Array.from({ length: count }, () =>
    spawn(process.execPath, ['--input-type=module', '--no-warnings', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  children.push(...contenders)
  return Promise.all(contenders.map(firstLine))
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line
  return 'nothing'
}

describe('the lock of a data directory', () => {
  it('is refused while its holder runs, and free after release', async () => {
    const lock = await lockDirectory(directory)
    await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'already_running' })
    lock.release()
    ;(await lockDirectory(directory)).release()
  })

  it('is taken over when the process id of its holder now belongs to another process', async () => {
    writeLock({ processId: process.pid, startMark: 'long ago', processTable: processTableMark() })
    const lock = await lockDirectory(directory)
    expect(readdirSync(directory)).toEqual(['lock.8'])
    lock.release()
  })

  it('is taken over when its holder is gone', async () => {
    writeLock({ processId: 2 ** 22 + 1, startMark: '1', processTable: processTableMark() })
    ;(await lockDirectory(directory)).release()
  })

  it('is kept by a holder whose process id and start fit', async () => {
    writeLock({
      processId: process.pid,
      startMark: startMarkOf(process.pid),
      processTable: processTableMark(),
    })
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${process.pid}`)
  })

  it('is taken over when its holder died before it had written its name', async () => {
    writeFileSync(join(directory, 'lock.7'), '')
    ;(await lockDirectory(directory)).release()
  })

  it('of another container is kept as long as it beats, and taken over when it does not', async () => {
    const elsewhere = { processId: 1, startMark: '1', processTable: 'another container' }
    const file = writeLock(elsewhere)
    const beat = setInterval(() => utimesSync(file, new Date(), new Date()), 1_000)
    await expect(lockDirectory(directory)).rejects.toThrow(/process 1 of another container or machine/)
    clearInterval(beat)
    ;(await lockDirectory(directory)).release()
  }, 20_000)

  it('goes to exactly one of many that start at the same moment', async () => {
    const said = await raceInChildren(8)
    expect(said.sort()).toEqual([...Array<string>(7).fill('already_running'), 'won'])
  }, 20_000)

  it('goes to exactly one of many that find the same stale lock', async () => {
    writeLock({ processId: process.pid, startMark: 'long ago', processTable: processTableMark() })
    const said = await raceInChildren(8)
    expect(said.sort()).toEqual([...Array<string>(7).fill('already_running'), 'won'])
  }, 20_000)
})
