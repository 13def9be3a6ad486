import 'reflect-metadata'
import { existsSync } from 'node:fs'
import { readCommandLine } from './command-line.ts'
import { readSettings } from './config.ts'
import { openHouse } from './house.ts'
import { type RunningServer, startServer } from './server.ts'
import { SetupService } from './setup/setup.service.ts'
import { explainFailure } from './start-failure.ts'
import { stopOnSignals } from './signals.ts'

const start = async (): Promise<RunningServer> => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { port } = readCommandLine(process.argv.slice(2))
  const settings = readSettings(process.env)
  const house = await openHouse({ ...settings, port: port ?? settings.port }, 'server')
  try {
    return await startServer(house, { demo: false })
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
  const server = await start()
  stopOnSignals(server.stop)
  process.stdout.write(`Assay is ready at ${server.url}\n`)
  await offerSetup(server)
} catch (error) {
  const { lines, exitCode } = explainFailure(error)
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(exitCode)
}
