import 'reflect-metadata'
import { existsSync } from 'node:fs'
import { inContext, newContext } from '@assay/persistence'
import type { INestApplicationContext } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { Command } from 'commander'
import { AppModule } from './app.module.ts'
import { auditHead, auditVerify } from './cli/audit.ts'
import { type CommandContext, NegativeResult } from './cli/command.ts'
import { createAdmin } from './cli/create-admin.ts'
import { createOrganization } from './cli/create-organization.ts'
import { doctor } from './cli/doctor.ts'
import { erasuresExport, erasuresReplay } from './cli/erasures.ts'
import { measurementVerify } from './cli/measurement.ts'
import { readSettings } from './config.ts'
import { nestLogger } from './http/logging.ts'
import { type OpenHouse, openHouse } from './house.ts'
import { knownAddress } from './known-address.ts'
import { explainFailure } from './start-failure.ts'

const commands = [
  createOrganization,
  createAdmin,
  auditVerify,
  auditHead,
  erasuresExport,
  erasuresReplay,
  measurementVerify,
  doctor,
]

/** Closed in reverse order when the command has ended, however it ended. */
const closing: (() => Promise<void>)[] = []
let house: Promise<OpenHouse> | undefined

const open = (settings: CommandContext['settings']): Promise<OpenHouse> => {
  house ??= openHouse({ ...settings, logLevel: 'warn' }, 'command').then((opened) => {
    closing.push(opened.close)
    return opened
  })
  return house
}

const openApplication = async (settings: CommandContext['settings']): Promise<INestApplicationContext> => {
  const opened = await open(settings)
  const publicUrl = knownAddress(settings)
  const app = await NestFactory.createApplicationContext(
    AppModule.with(
      {
        settings,
        keys: opened.keys,
        log: opened.log,
        applicationUrl: opened.urls.applicationUrl,
        filesDirectory: opened.filesDirectory,
        publicUrl: () => publicUrl,
        ownOrigins: new Set([publicUrl]),
        demo: false,
      },
      false,
    ),
    { logger: nestLogger(opened.log), abortOnError: false },
  )
  closing.push(() => app.close())
  return app
}

const run = async (): Promise<void> => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(process.env)
  const program = new Command('assay').description('Assay on the command line.').showHelpAfterError()
  const context: CommandContext = {
    settings,
    print: (line) => console.log(line),
    openHouse: () => open(settings),
    openApplication: () => openApplication(settings),
  }
  for (const add of commands) add(program, context)
  await inContext(newContext('cli', Infinity), () => program.parseAsync(process.argv))
}

try {
  await run()
} catch (error) {
  process.exitCode = 1
  if (!(error instanceof NegativeResult)) {
    const { lines, exitCode } = explainFailure(error)
    for (const line of lines) process.stderr.write(`${line}\n`)
    process.exitCode = exitCode
  }
} finally {
  for (const close of closing.toReversed()) await close()
}
