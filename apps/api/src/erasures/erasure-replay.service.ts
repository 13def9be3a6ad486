import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { AuditService } from '../audit/audit.service.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { ErasureJournalService, type SignedErasure } from './erasure-journal.service.ts'
import { ErasuresQueries } from './erasures.queries.ts'
import { RedactionService } from './redaction.service.ts'

export interface ReplayOutcome {
  /** Came back with the backup, and were erased again. */
  erased: number
  /** Are erased here already. */
  already: number
  /** This database never knew them; the line is kept. */
  unknown: number
  /** What somebody has to look at, in sentences. */
  findings: string[]
}

/** After a restore: carries out again what was erased since the backup was made. */
@Injectable()
export class ErasureReplayService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly lookups: LookupQueries,
    private readonly queries: ErasuresQueries,
    private readonly redaction: RedactionService,
    private readonly journal: ErasureJournalService,
  ) {}

  /** Nothing is done for a line that is not signed by this installation. With `dryRun` nothing is done at all. */
  async replay(lines: readonly SignedErasure[], { dryRun }: { dryRun: boolean }): Promise<ReplayOutcome> {
    const outcome: ReplayOutcome = { erased: 0, already: 0, unknown: 0, findings: [] }
    const known = await this.lookups.organizationIds()
    const believed = lines.filter((line) => this.journal.isOurs(line))
    for (const { number, organizationId } of lines.filter((line) => !believed.includes(line))) {
      outcome.findings.push(`Line ${number} of ${organizationId} is not signed by this installation.`)
    }
    for (const [organizationId, own] of Map.groupBy(distinct(believed), (line) => line.organizationId)) {
      if (known.includes(organizationId)) {
        outcome.findings.push(
          ...missing(own).map((number) => `Line ${number} of ${organizationId} is missing.`),
        )
        for (const line of own) outcome[await this.replayOne(line, dryRun)] += 1
      } else outcome.findings.push(`There is no organization ${organizationId} here.`)
    }
    return outcome
  }

  private replayOne(line: SignedErasure, dryRun: boolean): Promise<Exclude<keyof ReplayOutcome, 'findings'>> {
    const { organizationId, candidateId } = line
    const work = async () => {
      const erased = (await this.queries.standing([candidateId])).get(candidateId)
      // A copy of the file store may have brought files back by itself.
      if (erased === true) {
        if (!dryRun) await this.redaction.removeFiles(line.documentIds)
        return 'already'
      }
      if (!dryRun) await this.carryOut(line, erased === false)
      return erased === false ? 'erased' : 'unknown'
    }
    return inContext(newContext(null, Infinity), () =>
      this.work.runAs({ organizationId, userId: null }, work),
    )
  }

  private async carryOut(line: SignedErasure, isBack: boolean): Promise<void> {
    await this.redaction.carryOut([line], { replayed: true })
    if (!isBack) return
    this.audit.record({
      action: 'candidate.erasure_replayed',
      subjectType: 'candidate',
      subjectId: line.candidateId,
      details: { number: line.number, erasedAt: line.erasedAt },
    })
  }
}

/** Logs that were put together hold a line twice. */
const distinct = (lines: readonly SignedErasure[]): SignedErasure[] => [
  ...new Map(lines.map((line) => [`${line.organizationId} ${line.candidateId}`, line])).values(),
]

/** Numbers below the highest that no line has. */
const missing = (lines: readonly SignedErasure[]): number[] => {
  const numbers = new Set(lines.map(({ number }) => number))
  return Array.from({ length: Math.max(0, ...numbers) }, (_, place) => place + 1).filter(
    (number) => !numbers.has(number),
  )
}
