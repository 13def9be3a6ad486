import 'reflect-metadata'
import { writeFileSync } from 'node:fs'
import { readCommandLine } from './command-line.ts'
import { readSettings } from './config.ts'
import { DEMO_ORGANIZATION, type DemoSignIn } from './database/demo/demo.ts'
import { furnishDemo } from './database/demo/furnish-demo.ts'
import { openHouse } from './house.ts'
import { refuseTakenAddress, type RunningServer, startServer } from './server.ts'
import { stopOnSignals } from './signals.ts'
import { explainFailure } from './start-failure.ts'

const ROLE_WORDS = {
  admin: 'Admin',
  recruiter: 'Recruiter',
  hiring_manager: 'Hiring manager',
  interviewer: 'Interviewer',
} as const

/** Loopback only, a throwaway database, random passwords: whatever the environment says. */
const start = async (): Promise<{
  server: RunningServer
  signIns: DemoSignIn[]
  file: string | undefined
}> => {
  const { port, credentialsFile } = readCommandLine(process.argv.slice(2))
  const given = readSettings({ ASSAY_LOG_LEVEL: 'warn', ASSAY_PORT: process.env['ASSAY_PORT'] })
  const settings = { ...given, port: port ?? given.port }
  await refuseTakenAddress(settings)
  const house = await openHouse(settings, 'throwaway')
  try {
    const server = await startServer(house, { demo: true })
    return { server, signIns: await furnishDemo(server.app, house.urls.ownerUrl), file: credentialsFile }
  } catch (error) {
    await house.close()
    throw error
  }
}

const table = (signIns: DemoSignIn[]): string =>
  signIns
    .map(({ role, email, password }) => `  ${ROLE_WORDS[role].padEnd(15)} ${email.padEnd(36)} ${password}`)
    .join('\n')

try {
  const starting = start()
  // Also while it starts: PostgreSQL is running by then, and nobody else would stop it.
  stopOnSignals(async () => (await starting).server.stop())
  const { server, signIns, file } = await starting
  if (file) {
    const facts = { url: server.url, organization: DEMO_ORGANIZATION, users: signIns }
    writeFileSync(file, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 })
  }
  process.stdout.write(
    `\n  Assay demo: ${server.url}\n\n${table(signIns)}\n\n  Everything in it is invented and is thrown away when it stops (Ctrl+C).\n\n`,
  )
} catch (error) {
  const { lines, exitCode } = explainFailure(error)
  for (const line of lines) process.stderr.write(`${line}\n`)
  process.exit(exitCode)
}
