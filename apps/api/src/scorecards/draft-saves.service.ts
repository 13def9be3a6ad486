import { gapsOf, type SavedScorecard, type ScorecardDraft } from '@assay/contracts'
import { currentContext, UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { CandidateTexts } from '../candidates/candidate-keys.service.ts'
import { problemsOf } from './kit-outline.rules.ts'
import { KitOutlinesService } from './kit-outlines.service.ts'
import { type OwnRow, ScorecardsQueries } from './scorecards.queries.ts'

/** What a save needs to know of a scorecard and what stays as it is once it was opened. */
interface Known {
  versionId: string
  texts: CandidateTexts
}

/** Enough for everybody who writes at a time. */
const MOST = 2_000

/**
 * The save that happens every few seconds while somebody types: one statement, which stores nothing unless everything
 * still holds (`judgeWriting`, the revision). Whatever it meets otherwise is left to the save that reads first and says
 * what is wrong.
 */
@Injectable()
export class DraftSavesService {
  /** By organization, author and scorecard; the one that was remembered first goes first. */
  private readonly known = new Map<string, Known>()

  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ScorecardsQueries,
    private readonly outlines: KitOutlinesService,
  ) {}

  /** Inside the author's unit of work. */
  remember({ id, versionId, isOpened }: OwnRow, texts: CandidateTexts): void {
    // Until it is opened its interview may get another version.
    if (!isOpened) return
    const [oldest] = this.known.keys()
    if (this.known.size >= MOST && oldest !== undefined) this.known.delete(oldest)
    this.known.set(keyOf(id), { versionId, texts })
  }

  /** Null where nothing was stored. */
  async save(id: string, draft: ScorecardDraft, seen: number): Promise<SavedScorecard | null> {
    const known = this.known.get(keyOf(id))
    if (!known) return null
    return this.work.writeOnce(async () => {
      const kit = this.outlines.held(known.versionId)
      if (!kit || Object.keys(problemsOf(draft, kit)).length > 0) return null
      const saved = await this.queries.saveIfWritable(id, seen, known.texts.seal(JSON.stringify(draft)))
      // The answer's schema writes the time.
      return saved && ({ id, ...saved, gaps: gapsOf(draft, kit) } as unknown as SavedScorecard)
    })
  }
}

const keyOf = (id: string): string => {
  const { organizationId, userId } = currentContext()?.tenant ?? {}
  return `${organizationId}/${userId}/${id}`
}
