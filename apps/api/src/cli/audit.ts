import { readFileSync } from 'node:fs'
import {
  type Ask,
  publicKeyOf,
  readHead,
  type SignedHead,
  signHead,
  signingKeyFromSeed,
  verifyStoredChain,
} from '@assay/audit-chain'
import { Client } from 'pg'
import { z } from 'zod'
import { SettingsError } from '../config.ts'
import type { OpenHouse } from '../house.ts'
import { type AddCommand, NegativeResult } from './command.ts'

const signedHead = z.object({
  organizationId: z.uuid(),
  sequence: z.int(),
  hash: z.string(),
  takenAt: z.string(),
  publicKey: z.string(),
  signature: z.string(),
})

/** Heads as JSON lines; lines of the server's own log are understood too. */
const readHeads = (file: string): SignedHead[] => {
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
        const value = JSON.parse(line) as { auditHead?: unknown }
        if (value.auditHead === undefined && !('signature' in value)) return []
        return [signedHead.parse(value.auditHead ?? value)]
      } catch {
        throw new SettingsError([`${file}, line ${index + 1}: this is not a head of an audit chain.`])
      }
    })
}

/** The owner's connection and nothing of the application: what verifies the record does not trust what writes it. */
const asOwner = async <T>(house: OpenHouse, work: (ask: Ask) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: house.urls.ownerUrl })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await work(
      async <Row>(text: string, values: unknown[]) => (await client.query(text, values)).rows as Row[],
    )
  } finally {
    await client.end()
  }
}

const organizations = (ask: Ask): Promise<{ id: string; name: string }[]> =>
  ask(
    `SELECT COALESCE(o.id, h.organization_id) AS id, COALESCE(o.name, '(unknown organization)') AS name
       FROM organizations o FULL JOIN audit_heads h ON h.organization_id = o.id ORDER BY 2`,
    [],
  )

export const auditVerify: AddCommand = (program, context) => {
  program
    .command('audit:verify')
    .description(
      'verify every audit chain; exit code 1 and one line for each finding when one was tampered with',
    )
    .option('--heads <file>', 'signed heads kept elsewhere (JSON lines, or a log of the server)')
    .option('--public-key <key>', "the installation's audit key, where it is not the one at hand")
    .action(async (options: { heads?: string; publicKey?: string }) => {
      const heads = options.heads ? readHeads(options.heads) : []
      const house = await context.openHouse()
      const trustedKey = options.publicKey ?? publicKeyOf(signingKeyFromSeed(house.keys.auditSeed))
      const findings = await asOwner(house, async (ask) => {
        let found = 0
        for (const { id, name } of await organizations(ask)) {
          const verdict = await verifyStoredChain(ask, id, {
            heads: heads.filter((head) => head.organizationId === id),
            trustedKey,
          })
          found += verdict.findings.length
          const state = verdict.findings.length === 0 ? 'intact' : 'TAMPERED WITH'
          context.print(`${name} (${id}): ${verdict.entries} entries, ${state}`)
          for (const finding of verdict.findings) context.print(`  ${finding.kind}: ${finding.because}`)
        }
        return found
      })
      if (heads.length === 0) {
        context.print(
          'No kept heads were given: a cut tail or a wholly rewritten chain cannot be seen without them.',
        )
      }
      if (findings > 0) throw new NegativeResult(`${findings} findings`)
    })
}

export const auditHead: AddCommand = (program, context) => {
  program
    .command('audit:head')
    .description('print the signed head of every audit chain, one JSON line each, to be kept elsewhere')
    .action(async () => {
      const house = await context.openHouse()
      const key = signingKeyFromSeed(house.keys.auditSeed)
      await asOwner(house, async (ask) => {
        for (const { id } of await organizations(ask)) {
          const head = await readHead(ask, id)
          if (head) context.print(JSON.stringify(signHead(head, new Date(), key)))
        }
      })
    })
}
