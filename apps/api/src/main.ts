import 'reflect-metadata'
import { existsSync } from 'node:fs'
import { readCommandLine } from './command-line.ts'
import { readSettings } from './config.ts'
import { openHouse } from './house.ts'
import { rememberAddress } from './known-address.ts'
import { refuseTakenAddress, type RunningServer, startServer } from './server.ts'
import { SetupService } from './setup/setup.service.ts'
import { explainFailure } from './start-failure.ts'
import { stopOnSignals } from './signals.ts'

const start = async (): Promise<RunningServer> => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { port } = readCommandLine(process.argv.slice(2))
  const given = readSettings(process.env)
  const settings = { ...given, port: port ?? given.port }
  // With a database of its own, processes overlap on one port on purpose.
  if (settings.database === null) await refuseTakenAddress(settings)
  const house = await openHouse(settings, 'server')
  try {
    const server = await startServer(house, { demo: false })
    rememberAddress(settings.dataDirectory, server.url)
    return server
  } catch (error) {
    await house.close()
    throw error
  }
}

/** The link is the only way in and is shown to whoever started the server: on the console, not in the log. */
const offerSetup = async (server: RunningServer): Promise<void> => {
  const token = await server.app.get(SetupService).offerToken()
  if (token === null) return
  process.stdout.write(
    `\n  Nobody has an account yet. Open this link within 30 minutes to set up Assay:\n\n  ${server.url}/setup#token=${token}\n\n`,
  )
}

try {
  const starting = start()
  // Also while it starts: PostgreSQL may be running by then, and nobody else would stop it.
  stopOnSignals(async () => (await starting).stop())
  const server = await starting
  process.stdout.write(`Assay is ready at ${server.url}\n`)
  await offerSetup(server)
} catch (error) {
  const { lines, exitCode } = explainFailure(error)
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(exitCode)
}
