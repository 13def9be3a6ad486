import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

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
export const launchChromium = async (): Promise<Browser> => {
  const named = process.env['CHROMIUM_PATH']
  const installed = INSTALLED.find((path) => existsSync(path))
  const executablePath = named ?? installed ?? (await sparticuz.executablePath())
  const own = named === undefined && installed === undefined ? sparticuz.args : []
  return chromium.launch({ executablePath, args: [...own, ...QUIET], headless: true })
}
