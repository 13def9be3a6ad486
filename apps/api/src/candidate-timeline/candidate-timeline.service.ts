import { mayUse, type Principal } from '@assay/access'
import type { CandidateTimelineQuery } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { CandidateSearchService } from '../candidates/candidate-search.service.ts'
import { CandidatesService } from '../candidates/candidates.service.ts'
import { CandidateTimelineQueries, type TimelineRow } from './candidate-timeline.queries.ts'

/** What happened with somebody, for whoever may open their page: no more of it than the page's own parts show. */
@Injectable()
export class CandidateTimelineService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: CandidateTimelineQueries,
    private readonly candidates: CandidatesService,
    private readonly search: CandidateSearchService,
  ) {}

  page(
    candidateId: string,
    { cursor, limit }: CandidateTimelineQuery,
    asking: Principal,
  ): Promise<{ entries: TimelineRow[]; next: string | null }> {
    return this.work.read(async () => {
      await this.candidates.get(candidateId, asking)
      const rows = await this.queries.page({
        candidateIds: await this.search.idsOf(candidateId),
        seesAll: mayUse(asking, 'candidates.manage').allowed,
        cursor,
        limit: limit + 1,
      })
      const entries = rows.slice(0, limit)
      return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null }
    })
  }
}
