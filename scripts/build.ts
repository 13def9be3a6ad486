import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

interface Part {
  name: string
  sources: string[]
  command: [string, ...string[]]
  /** What must exist for the part to be built. */
  result: string
}

const SHARED = ['libs/*/src/**/*.ts', 'tsconfig.json', 'package-lock.json']

const parts: Part[] = [
  {
    name: 'api',
    sources: [...SHARED, 'apps/api/**/*.ts', 'nest-cli.json', 'apps/api/tsconfig.app.json'],
    command: ['nest', 'build', 'api'],
    result: 'dist/apps/api/src/main.js',
  },
  {
    name: 'dashboard',
    sources: ['libs/contracts/src/**/*.ts', 'apps/dashboard/**/*', 'package-lock.json'],
    command: ['vite', 'build', '--config', 'apps/dashboard/vite.config.ts', '--logLevel', 'warn'],
    result: 'dist/dashboard/index.html',
  },
]

/** Builds what is stale, both parts side by side. Stale is decided by the sources' content, never by clocks. */
export const build = async (): Promise<void> => {
  await Promise.all(parts.map((part) => buildPart(part)))
}

const buildPart = async (part: Part): Promise<void> => {
  const stamp = join(root, 'dist', `.${part.name}.stamp`)
  const fingerprint = fingerprintOf(part.sources)
  const isFresh =
    existsSync(join(root, part.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint
  if (isFresh) return
  process.stdout.write(`Building the ${part.name} ...\n`)
  rmSync(stamp, { force: true })
  await run(part.command)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint)
}

const fingerprintOf = (patterns: string[]): string => {
  const hash = createHash('sha256')
  for (const file of globSync(patterns, { cwd: root }).toSorted()) {
    const path = join(root, file)
    if (file.endsWith('.spec.ts') || !statSync(path).isFile()) continue
    hash.update(file).update('\0').update(readFileSync(path))
  }
  return hash.digest('hex')
}

const run = ([program, ...rest]: [string, ...string[]]): Promise<void> =>
  new Promise((resolve, reject) => {
    const path = `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
    const child = spawn(join(root, 'node_modules/.bin', program), rest, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: path, NODE_ENV: 'production' },
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ended with ${code}`))
    })
  })

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
