import type { INestApplicationContext } from '@nestjs/common'
import type { Command } from 'commander'
import type { Settings } from '../config.ts'
import type { OpenHouse } from '../house.ts'

/** What a command gets: the settings, and on demand the database alone or the whole application without HTTP. */
export interface CommandContext {
  settings: Settings
  print: (line: string) => void
  /** Opens the database and brings the schema up to date; closed when the command ends. */
  openHouse: () => Promise<OpenHouse>
  /** The same features as the server's. */
  openApplication: () => Promise<INestApplicationContext>
}

/** Adds one command to the program. A feature's command is a file here; `cli.ts` lists them. */
export type AddCommand = (program: Command, context: CommandContext) => void

/** The command ran and its answer is no (a damaged chain, a failed check): told by the exit code. */
export class NegativeResult extends Error {
  override readonly name = 'NegativeResult'
}
