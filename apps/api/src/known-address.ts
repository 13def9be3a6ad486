import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './config.ts'

const FILE = 'address'

/** Where the server was last reached, so that links made on the command line lead there. A convenience: it may fail. */
export const rememberAddress = (dataDirectory: string, url: string): void => {
  try {
    writeFileSync(join(dataDirectory, FILE), `${url}\n`)
  } catch {
    // With an external database there may be no data directory at all.
  }
}

export const knownAddress = (settings: Settings): string => {
  if (settings.publicUrl !== null) return settings.publicUrl
  try {
    return new URL(readFileSync(join(settings.dataDirectory, FILE), 'utf8').trim()).origin
  } catch {
    return `http://${settings.host}:${settings.port}`
  }
}
