import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The bench runs in plain Node, where our aliases are not known: it measures, and uses, what was built. */
const dist = join(dirname(fileURLToPath(import.meta.url)), '../../dist')

export const programFile = (name: 'main' | 'demo'): string => join(dist, `apps/api/src/${name}.js`)
export const dashboardDirectory = join(dist, 'dashboard')

export const builtPersistence = (): Promise<typeof import('@assay/persistence')> =>
  import(join(dist, 'libs/persistence/src/index.js')) as Promise<typeof import('@assay/persistence')>

export const builtAccess = (): Promise<typeof import('@assay/access')> =>
  import(join(dist, 'libs/access/src/index.js')) as Promise<typeof import('@assay/access')>
