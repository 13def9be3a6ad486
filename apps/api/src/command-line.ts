import { parseArgs } from 'node:util'
import { z } from 'zod'
import { SettingsError } from './config.ts'

const arguments_ = z.strictObject({
  port: z.coerce.number().int().min(0).max(65_535).optional(),
  'credentials-file': z.string().min(1).optional(),
})

const USAGE = `Options:
  --port <number>             port to listen on; 0 takes a free one
  --credentials-file <file>   demo only: write the address and the sign-ins there as JSON
Settings are environment variables: see .env.example.
`

export interface CommandLine {
  port: number | undefined
  credentialsFile: string | undefined
}

/** `--port 0` for any free port; `--credentials-file F` (demo only) writes the address and the sign-ins there. */
export const readCommandLine = (given: string[]): CommandLine => {
  if (given.includes('--help')) {
    process.stdout.write(USAGE)
    process.exit(0)
  }
  try {
    const { values } = parseArgs({
      args: given,
      options: { port: { type: 'string' }, 'credentials-file': { type: 'string' } },
      strict: true,
    })
    const parsed = arguments_.parse(values)
    return { port: parsed.port, credentialsFile: parsed['credentials-file'] }
  } catch (error) {
    const because =
      error instanceof z.ZodError ? '--port must be a number from 0 to 65535' : (error as Error).message
    throw new SettingsError([`${because}.`.replace('..', '.')])
  }
}
