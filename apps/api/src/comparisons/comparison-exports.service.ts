import type { Principal } from '@assay/access'
import type { Comparison, ScorecardContent } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { ExportsService } from '../exports/exports.service.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { ComparisonWithheld } from './comparison.errors.ts'
import { COMPARED_MARKS, type ComparedMark } from './comparison.sheet.ts'
import { ComparisonsQueries } from './comparisons.queries.ts'
import { ComparisonsService } from './comparisons.service.ts'

type Content = Pick<ScorecardContent, 'ratings'>

interface Asked {
  filter: { jobId: string }
  range: [number, number]
}

/** The matrix as a file, for whoever sees it on the screen. It goes on record. */
@Injectable()
export class ComparisonExportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly comparisons: ComparisonsService,
    private readonly queries: ComparisonsQueries,
    private readonly keys: CandidateKeysService,
    private readonly exports: ExportsService,
  ) {}

  csv(jobId: string, ids: readonly string[] | undefined, asking: Principal): Promise<FileAnswer> {
    // Read once: all pages of the file are of one moment.
    let marks: Promise<ComparedMark[]> | undefined
    const asked = { filter: { jobId } }
    return this.exports.file(COMPARED_MARKS, asked, async ({ range: [first, last] }: Asked) => {
      marks ??= this.marks(jobId, ids, asking)
      const rows = await marks
      return { rows: rows.slice(first, last + 1), total: rows.length }
    })
  }

  private marks(
    jobId: string,
    ids: readonly string[] | undefined,
    asking: Principal,
  ): Promise<ComparedMark[]> {
    return this.work.run(async () => {
      const shown = await this.comparisons.compare(jobId, ids, asking)
      if (shown.withheld !== null) throw new ComparisonWithheld(shown.withheld)
      return marksIn(shown, await this.contents(shown))
    })
  }

  /** By scorecard; null where the key is destroyed. */
  private async contents(shown: Comparison): Promise<Map<string, Content | null>> {
    const ids = shown.applications.flatMap(({ cells }) =>
      cells.flatMap(({ ratings }) => ratings.map(({ scorecardId }) => scorecardId)),
    )
    const rows = await this.queries.sealed([...new Set(ids)])
    return new Map(
      rows.map(({ scorecardId, candidateId, wrappedKey, sealedContent }) => {
        const text = this.keys.with(candidateId, wrappedKey).open(sealedContent)
        return [scorecardId, text === null ? null : (JSON.parse(text) as Content)]
      }),
    )
  }
}

const marksIn = (shown: Comparison, contents: ReadonlyMap<string, Content | null>): ComparedMark[] => {
  const names = new Map(shown.competencies.map(({ id, name }) => [id, name]))
  return shown.applications.flatMap(({ candidateName, cells }) =>
    cells.flatMap(({ competencyId, ratings }) =>
      ratings.map(({ scorecardId, raterName, level, scale }) => {
        const content = contents.get(scorecardId)
        const evidence = content ? Object.keys(content.ratings[competencyId]?.evidence ?? {}).length : null
        const competency = names.get(competencyId) ?? ''
        const id = `${scorecardId} ${competencyId}`
        return { id, candidate: candidateName, competency, rater: raterName, level, scale, evidence }
      }),
    ),
  )
}
