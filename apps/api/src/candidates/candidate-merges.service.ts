import type { Principal } from '@assay/access'
import type { MergeGain, MergeOutcome as MergeOutcomeShape } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound, ValidationFailed } from '../http/http.errors.ts'
import { CandidateErased, CandidateMerged, MergeRefused } from './candidate.errors.ts'
import { gainOf, within } from './candidate-merge.rules.ts'
import { CandidateMerge } from './candidate-merge.entity.ts'
import { CandidateMergeRowsService } from './candidate-merge-rows.service.ts'
import type { CandidateRow } from './candidate-rows.ts'
import { CandidateSearchService } from './candidate-search.service.ts'
import { CandidatesQueries } from './candidates.queries.ts'
import { sightOf } from './candidates.service.ts'

/** Sentences on what somebody should look at when two people become one, by all ids of each. */
export type MergeCheck = (keptIds: readonly string[], otherIds: readonly string[]) => Promise<string[]>

type MergeOutcome = Omit<MergeOutcomeShape, 'candidate'> & { candidate: CandidateRow }

interface OpenMerge {
  id: string
  otherId: string
  filled: string[]
}

interface Pair {
  kept: CandidateRow
  other: CandidateRow
}

/** Two candidates are one person: said, shown beforehand, and taken back exactly. */
@Injectable()
export class CandidateMergesService {
  private readonly checks: MergeCheck[] = []

  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: CandidatesQueries,
    private readonly rows: CandidateMergeRowsService,
    private readonly search: CandidateSearchService,
  ) {}

  /** For features whose rows may not fit together after a merge: two applications to one job. They never refuse it. */
  check(check: MergeCheck): void {
    this.checks.push(check)
  }

  /** What would happen; nothing does. */
  preview(id: string, otherId: string, asking: Principal): Promise<MergeOutcome> {
    return this.work.read(async () => {
      const { kept, other } = await this.pair(id, otherId, asking)
      return { ...(await this.outcome({ kept, other })), dryRun: true }
    })
  }

  async merge(id: string, otherId: string, asking: Principal): Promise<MergeOutcome> {
    return this.work.run(async () => {
      await this.lock(id, otherId)
      const { kept, other } = await this.pair(id, otherId, asking)
      const outcome = await this.outcome({ kept, other })
      const { gain } = outcome
      await this.work.repository(CandidateMerge).insert({
        organizationId: this.work.tenant.organizationId,
        id: newId(),
        candidateId: id,
        otherId,
        filled: gain.filled,
        mergedBy: asking.userId,
      })
      await this.rows.copy(gain, kept, other)
      await this.rows.touch(otherId, { mergedInto: id })
      await this.search.foundAs(id, otherId)
      const candidate = await this.changed(id, asking)
      this.record('candidate.merged', id, otherId)
      return { ...outcome, candidate, dryRun: false }
    })
  }

  async unmerge(
    id: string,
    otherId: string,
    asking: Principal,
  ): Promise<{ candidate: CandidateRow; other: CandidateRow }> {
    return this.work.run(async () => {
      await this.lock(id, otherId)
      const kept = await this.queries.one(id, sightOf(asking))
      if (kept.mergedInto !== null) throw new CandidateMerged()
      if (kept.erasedAt !== null) throw new CandidateErased()
      const open = await this.openMerges(id)
      const undone = open.find((one) => one.otherId === otherId)
      if (!undone) throw new MergeRefused('These two are not merged: there is nothing to undo.')
      const other = await this.queries.one(otherId, sightOf(asking))
      await this.work.query(
        'UPDATE candidate_merges SET undone_at = now(), undone_by = $3 WHERE organization_id = $1 AND id = $2',
        [this.work.tenant.organizationId, undone.id, asking.userId],
      )
      const lost = await this.rows.takeBack(kept, other, undone.filled)
      for (const rest of open) if (rest !== undone) await this.gainAgain(id, rest, lost, asking)
      await this.rows.touch(otherId, { mergedInto: null })
      await this.search.foundAsItself(otherId)
      const candidate = await this.changed(id, asking)
      this.record('candidate.unmerged', id, otherId)
      return { candidate, other: await this.queries.one(otherId, sightOf(asking)) }
    })
  }

  /** Whom a candidate is merged with, the latest first. */
  list(
    id: string,
    asking: Principal,
  ): Promise<{ otherId: string; name: string; mergedAt: Date; mergedBy: string | null }[]> {
    return this.work.read(async () => {
      await this.queries.one(id, sightOf(asking))
      return this.work.query(
        `SELECT m.other_id AS "otherId", c.name, m.merged_at AS "mergedAt", u.name AS "mergedBy"
           FROM candidate_merges m
           JOIN candidates c ON c.organization_id = m.organization_id AND c.id = m.other_id
           LEFT JOIN users u ON u.organization_id = m.organization_id AND u.id = m.merged_by
          WHERE m.organization_id = $1 AND m.candidate_id = $2 AND m.undone_at IS NULL
          ORDER BY m.merged_at DESC, m.id DESC`,
        [this.work.tenant.organizationId, id],
      )
    })
  }

  /** Something that two others had both: the one who still stays merged gives it now. */
  private async gainAgain(id: string, rest: OpenMerge, lost: MergeGain, asking: Principal): Promise<void> {
    const kept = await this.queries.one(id, sightOf(asking))
    const other = await this.queries.one(rest.otherId, sightOf(asking))
    const gain = within(gainOf(kept, other), lost)
    await this.rows.copy(gain, kept, other)
    await this.work.query(
      `UPDATE candidate_merges SET filled = filled || $3::text[] WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, rest.id, gain.filled],
    )
  }

  private async pair(id: string, otherId: string, asking: Principal): Promise<Pair> {
    const kept = await this.queries.one(id, sightOf(asking))
    if (kept.mergedInto !== null) throw new CandidateMerged()
    if (id === otherId) throw new ValidationFailed({ otherId: 'This is the same record.' })
    const other = await this.queries.one(otherId, sightOf(asking)).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
      throw new ValidationFailed({ otherId: 'This candidate does not exist here.' })
    })
    if (other.mergedInto !== null) throw new MergeRefused('The other one was merged into somebody already.')
    if (kept.erasedAt !== null || other.erasedAt !== null) throw new CandidateErased()
    return { kept, other }
  }

  private async outcome({ kept, other }: Pair): Promise<MergeOutcome> {
    const keptIds = await this.search.idsOf(kept.id)
    const otherIds = await this.search.idsOf(other.id)
    const conflicts: string[] = []
    for (const check of this.checks) conflicts.push(...(await check(keptIds, otherIds)))
    return { dryRun: true, candidate: kept, gain: gainOf(kept, other), conflicts }
  }

  /** Two who merge the same people at once wait for each other; always in one order. */
  private async lock(...ids: string[]): Promise<void> {
    await this.work.query(
      'SELECT FROM candidates WHERE organization_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE',
      [this.work.tenant.organizationId, ids],
    )
  }

  private openMerges(id: string): Promise<OpenMerge[]> {
    return this.work.query<OpenMerge>(
      `SELECT id, other_id AS "otherId", filled FROM candidate_merges
        WHERE organization_id = $1 AND candidate_id = $2 AND undone_at IS NULL ORDER BY merged_at, id`,
      [this.work.tenant.organizationId, id],
    )
  }

  private async changed(id: string, asking: Principal): Promise<CandidateRow> {
    await this.rows.touch(id)
    const candidate = await this.queries.one(id, sightOf(asking))
    await this.search.setNames(candidate)
    return candidate
  }

  private record(action: 'candidate.merged' | 'candidate.unmerged', id: string, otherId: string): void {
    this.audit.record({ action, subjectType: 'candidate', subjectId: id, details: { otherId } })
  }
}
