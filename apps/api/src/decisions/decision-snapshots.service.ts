import { createHash } from 'node:crypto'
import { canonicalize } from '@assay/audit-chain'
import type { DecisionSnapshot, PresentSnapshot } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { NotFound } from '../http/http.errors.ts'
import { ScorecardReadingService } from '../scorecards/scorecard-reading.service.ts'
import { type DecidedApplication, DecisionsQueries } from './decisions.queries.ts'

/** The text that a snapshot's hash covers. */
export const hashOf = (canonical: string): string => createHash('sha256').update(canonical).digest('hex')

/** What a decision would rest on now: read through the rules of reading scorecards, and on record like any reading. */
@Injectable()
export class DecisionSnapshotsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: DecisionsQueries,
    private readonly reading: ScorecardReadingService,
  ) {}

  present(applicationId: string): Promise<PresentSnapshot> {
    return this.work.run(async () => {
      const application = await this.queries.application(applicationId)
      if (!application || application.waitsForAll) throw new NotFound()
      return this.of(application)
    })
  }

  /** Joins the caller's unit of work. */
  async of({ id: applicationId, profile, fit }: DecidedApplication): Promise<PresentSnapshot> {
    const { scorecards, interviews } = await this.reading.ofApplication(applicationId)
    const counting = scorecards.filter(({ shadow }) => !shadow)
    const versions = await this.queries.versionsOf(interviews.map(({ id }) => id))
    const snapshot: DecisionSnapshot = {
      applicationId,
      scorecards: counting
        .map(({ id, author, interviewId, revisions: [last] }) => ({
          id,
          authorId: author.id,
          interviewId,
          templateVersionId: versions.get(interviewId) ?? '',
          revision: last?.number ?? 0,
          recommendation: last?.content?.recommendation ?? null,
          confidence: last?.content?.confidence ?? null,
          ratings: Object.entries(last?.content?.ratings ?? {})
            .map(([competencyId, { level }]) => ({ competencyId, level }))
            .toSorted((a, b) => (a.competencyId < b.competencyId ? -1 : 1)),
        }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      fit,
    }
    const rated = interviews.flatMap(({ kit }) => kit.competencies.map(({ id, name }) => [id, { id, name }]))
    const known = new Map(rated as [string, { id: string; name: string }][])
    return {
      snapshot,
      hash: hashOf(canonicalize(snapshot)),
      authors: [...new Map(counting.map(({ author }) => [author.id, author])).values()],
      competencies: profile.length > 0 ? profile : [...known.values()],
    }
  }
}
