import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openBenchHouse, SECRET } from './bench-house.ts'
import { builtAccess } from './built.ts'
import { printPairedRounds } from './figures.ts'
import { runPairedRounds } from './paired-rounds.ts'
import { startServerProcess } from './server-process.ts'
import type { BenchOptions } from './workloads.ts'

const FLOOR = join(dirname(fileURLToPath(import.meta.url)), 'floor/floor.ts')

/** One row for somebody who is signed in: session check, policy, tenancy, access log, headers; against none of it. */
export const run = async ({ rounds, seconds, profile }: BenchOptions): Promise<void> => {
  const house = await openBenchHouse(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])
  try {
    const { deriveKeys } = await builtAccess()
    const floor = await startServerProcess({
      file: FLOOR,
      readyLine: /^Floor is ready at (\S+)$/m,
      environment: {
        FLOOR_KEY: deriveKeys(SECRET).accessToken.toString('hex'),
        FLOOR_DATABASE_URL: house.urls.ownerUrl,
      },
    })
    try {
      const result = await runPairedRounds({
        floor,
        product: house.product,
        postgresProcessId: house.postgresProcessId,
        path: '/api/v1/organization',
        headers: async () => ({ cookie: await house.signIn() }),
        rounds,
        seconds,
        connections: 16,
      })
      printPairedRounds(result)
    } finally {
      await floor.stop()
    }
  } finally {
    await house.close()
  }
}
