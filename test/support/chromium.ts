import { existsSync, readdirSync, readFileSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Flags that keep a browser quiet on a machine without a network, and let it run as root. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** The one named by CHROMIUM_PATH, else an installed one, else the one that comes with the packages. */
const found = async (): Promise<{ executablePath: string; args: string[]; headless: true }> => {
  const named = process.env['CHROMIUM_PATH']
  const installed = INSTALLED.find((path) => existsSync(path))
  const executablePath = named ?? installed ?? (await sparticuz.executablePath())
  const own = named === undefined && installed === undefined ? sparticuz.args : []
  return { executablePath, args: [...own, ...QUIET], headless: true }
}

export const launchChromium = async (): Promise<Browser> => await chromium.launch(await found())

/** A browser that keeps its profile in that directory, as a person's does: what dies with it is there the next time. */
export const launchProfile = async (
  directory: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> =>
  await chromium.launchPersistentContext(directory, { ...(await found()), ...options })

/** Kills all of a browser that has its profile there, as a flat battery does. */
export const killProfile = (directory: string): void => {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (commandOf(id).includes(`--user-data-dir=${directory}`)) process.kill(Number(id), 'SIGKILL')
  }
}

/** Empty for a process that has gone meanwhile. */
const commandOf = (id: string): string[] => {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}
