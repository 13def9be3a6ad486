import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SettingsError } from './config.ts'

/** The installation's one secret: from the settings, or made at the first start and kept where the data live. */
export const installationSecret = (given: string | null, dataDirectory: string): string => {
  if (given !== null) return given
  const file = join(dataDirectory, 'secret')
  try {
    mkdirSync(dataDirectory, { recursive: true })
    if (!existsSync(file)) {
      // Only the first process writes it; a second at the same moment finds it and reads.
      writeFileSync(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 })
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST' || path !== file) {
      throw new SettingsError([
        `ASSAY_DATA_DIRECTORY ${dataDirectory} cannot be written (${code ?? 'unknown error'}): name another directory or give this user the right to write there.`,
      ])
    }
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32) {
    throw new SettingsError([
      `${file} is damaged: restore it from a backup. Without it, what is stored sealed about candidates stays unreadable.`,
    ])
  }
  return secret
}
