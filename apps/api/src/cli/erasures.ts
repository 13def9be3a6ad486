import { readFileSync } from 'node:fs'
import { erasureReason } from '@assay/contracts'
import { z } from 'zod'
import { SettingsError } from '../config.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { ErasureJournalService, type SignedErasure } from '../erasures/erasure-journal.service.ts'
import { ErasureReplayService } from '../erasures/erasure-replay.service.ts'
import { type AddCommand, NegativeResult } from './command.ts'

const signedErasure = z.strictObject({
  organizationId: z.uuid(),
  id: z.uuid(),
  number: z.int(),
  candidateId: z.uuid(),
  documentIds: z.array(z.uuid()),
  reason: erasureReason,
  reference: z.string().nullable(),
  erasedBy: z.uuid().nullable(),
  erasedAt: z.iso.datetime(),
  publicKey: z.string(),
  signature: z.string(),
})

/** Lines of `erasures:export`, or of the server's own log; other lines of a log are passed over. */
const readErasures = (file: string): SignedErasure[] => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new SettingsError([
      `${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`,
    ])
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, index) => {
      try {
        const value = JSON.parse(line) as { erasure?: unknown }
        if (value.erasure === undefined && !('signature' in value && 'candidateId' in value)) return []
        return [signedErasure.parse(value.erasure ?? value)]
      } catch {
        throw new SettingsError([`${file}, line ${index + 1}: this is not a line of the list of erasures.`])
      }
    })
}

export const erasuresExport: AddCommand = (program, context) => {
  program
    .command('erasures:export')
    .description('print the list of erasures, one signed JSON line each, to be kept apart from the backups')
    .action(async () => {
      const app = await context.openApplication()
      const journal = app.get(ErasureJournalService, { strict: false })
      for (const organizationId of await app.get(LookupQueries, { strict: false }).organizationIds()) {
        for (const line of await journal.all(organizationId)) context.print(JSON.stringify(line))
      }
    })
}

export const erasuresReplay: AddCommand = (program, context) => {
  program
    .command('erasures:replay')
    .description(
      'after a restore: erase again whoever came back; exit code 1 when a line is missing or forged',
    )
    .argument('<file>', 'what erasures:export printed after the backup was made, or the log of the server')
    .option('--dry-run', 'only tell what would be done')
    .action(async (file: string, { dryRun = false }: { dryRun?: boolean }) => {
      const lines = readErasures(file)
      const app = await context.openApplication()
      const replay = app.get(ErasureReplayService, { strict: false })
      const { erased, already, unknown, findings } = await replay.replay(lines, { dryRun })
      context.print(
        `${erased} ${dryRun ? 'would be erased again' : 'erased again'}, ${already} erased already, ${unknown} never known here`,
      )
      for (const finding of findings) context.print(finding)
      if (findings.length > 0) throw new NegativeResult(`${findings.length} findings`)
    })
}
