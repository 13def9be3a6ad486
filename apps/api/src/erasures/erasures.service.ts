import type { Principal } from '@assay/access'
import type { EraseCandidate, ErasureOutcome, ErasureReason, ListQuery, Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateSearchService } from '../candidates/candidate-search.service.ts'
import { CandidatesService } from '../candidates/candidates.service.ts'
import { RevisionConflict, RevisionRequired } from '../http/http.errors.ts'
import { ErasureJournalService } from './erasure-journal.service.ts'
import { ErasureRefused } from './erasure.errors.ts'
import { type ErasureVerdict, judgeErasure } from './erasure.rules.ts'
import { type ErasureRow, ErasuresQueries } from './erasures.queries.ts'
import { RedactionService } from './redaction.service.ts'

type Outcome = Omit<ErasureOutcome, 'erasedAt'> & { erasedAt: Date | null }

interface Because {
  reason: ErasureReason
  reference: string | null
  erasedBy: string | null
}

/** Ends what is known of a person, for good. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: ErasuresQueries,
    private readonly candidates: CandidatesService,
    private readonly search: CandidateSearchService,
    private readonly redaction: RedactionService,
    private readonly journal: ErasureJournalService,
  ) {}

  list(query: ListQuery<string, { candidateId?: string }>): Promise<Page<ErasureRow>> {
    return this.work.read(() => this.queries.page(query))
  }

  /** What would go, and what forbids it. Whoever may not be told yet is told that, and nothing else. */
  preview(id: string, asking: Principal): Promise<Outcome> {
    return this.work.read(async () => (await this.judged(id, asking)).outcome)
  }

  /** Once: whoever asks again is told since when it is so. `seen` is the revision of the record that was looked at. */
  async erase(id: string, wanted: EraseCandidate, seen: number | null, asking: Principal): Promise<Outcome> {
    if (seen === null) throw new RevisionRequired()
    return this.work.run(async () => {
      await this.queries.lock(await this.search.idsOf(id))
      const { ids, candidate, outcome } = await this.judged(id, asking)
      if (candidate.erasedAt !== null) return { ...outcome, dryRun: false }
      if (candidate.revision !== seen) throw new RevisionConflict(candidate)
      if (!outcome.allowed) throw new ErasureRefused(outcome.because.join(' '))
      const { reason, reference } = wanted
      await this.carryOut(ids, { reason, reference, erasedBy: asking.userId })
      return { ...outcome, dryRun: false, erasedAt: await this.work.now() }
    })
  }

  /** For whom the house itself erases. Joins the caller's unit of work. */
  async eraseUnlessForbidden(id: string): Promise<ErasureVerdict> {
    const ids = await this.search.idsOf(id)
    await this.queries.lock(ids)
    const verdict = judgeErasure(await this.queries.facts(ids, null))
    if (verdict.allowed && (await this.queries.standing(ids)).get(id) === false) {
      await this.carryOut(ids, { reason: 'retention', reference: null, erasedBy: null })
    }
    return verdict
  }

  private async judged(id: string, asking: Principal) {
    const candidate = await this.candidates.get(id, asking)
    if (candidate.mergedInto !== null) {
      throw new ErasureRefused('This candidate was merged into another one. Erase that one: both records go.')
    }
    const ids = await this.search.idsOf(id)
    const facts = await this.queries.facts(ids, asking.userId)
    const verdict = candidate.erasedAt === null ? judgeErasure(facts) : ERASED_ALREADY
    const isHidden = facts.asksWhileOwing || facts.asksForThemselves
    if (isHidden && candidate.erasedAt === null) throw new ErasureRefused(verdict.because.join(' '))
    const outcome: Outcome = {
      dryRun: true,
      ...verdict,
      counts: await this.queries.counts(ids),
      erasedAt: candidate.erasedAt,
    }
    return { ids, candidate, outcome }
  }

  private async carryOut(ids: readonly string[], because: Because): Promise<void> {
    const { applications, notes } = await this.queries.counts(ids)
    const lines = ids.map((candidateId) => ({ id: newId(), candidateId, ...because }))
    const documents = await this.redaction.carryOut(lines, { replayed: false })
    await this.journal.write(ids)
    // How much and why, and nothing of what it was.
    this.audit.record({
      action: 'candidate.erased',
      subjectType: 'candidate',
      subjectId: ids[0] ?? null,
      actorId: because.erasedBy,
      details: {
        reason: because.reason,
        reference: because.reference,
        records: ids.length,
        documents,
        applications,
        notes,
      },
    })
  }
}

const ERASED_ALREADY: ErasureVerdict = { allowed: false, because: ['This candidate was erased already.'] }
