import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  imports?: string[]
}
type Manifest = Record<string, Chunk>

export interface BundleSizes {
  /** Gzipped bytes of all JavaScript that it loads, as of the others. */
  signInPage: number
  /** The heaviest of the pages that somebody opens once, from a link: invitation, setup, a new password. */
  linkPage: number
  /** The interview room, opened directly. */
  interviewRoom: number
  /** The first page behind sign-in, opened directly. */
  adminPage: number
}

const LINK_PAGES = ['SetupPage', 'InvitationPage', 'ForgottenPasswordPage', 'PasswordResetPage']

const sessionPage = (name: string): string => `src/sessions/${name}.tsx`

/** The files a page needs before it can draw: its own and all they import, each once. */
const filesOf = (manifest: Manifest, entries: readonly string[]): Set<string> => {
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build has no ${key}: was it renamed?`)
    if (seen.has(key)) return
    seen.add(key)
    chunk.imports?.forEach(visit)
  }
  entries.forEach(visit)
  return new Set([...seen].map((key) => manifest[key]?.file ?? ''))
}

/** Scripts that stand in the page itself and so in no chunk's imports. */
const blockingScripts = (directory: string): string[] =>
  [...readFileSync(join(directory, 'index.html'), 'utf8').matchAll(/<script src="\/([^"]+)"/g)].map(
    ([, file]) => file ?? '',
  )

export const measureBundles = (directory: string): BundleSizes => {
  const manifest = JSON.parse(readFileSync(join(directory, '.vite/manifest.json'), 'utf8')) as Manifest
  const size = (file: string) => gzipSync(readFileSync(join(directory, file)), { level: 9 }).length
  const total = (...entries: string[]) =>
    [...filesOf(manifest, ['index.html', ...entries]), ...blockingScripts(directory)]
      .filter((file) => file.endsWith('.js'))
      .reduce((sum, file) => sum + size(file), 0)
  return {
    signInPage: total(sessionPage('SignInPage')),
    linkPage: Math.max(...LINK_PAGES.map((page) => total(sessionPage(page)))),
    interviewRoom: total('src/scorecards/InterviewRoomPage.tsx'),
    adminPage: total('src/layout/Admin.tsx'),
  }
}

const here = fileURLToPath(import.meta.url)
if (process.argv[1] && resolve(process.argv[1]) === here) {
  const sizes = measureBundles(process.argv[2] ?? join(here, '../../../dist/dashboard'))
  process.stdout.write(`${JSON.stringify(sizes)}\n`)
}
