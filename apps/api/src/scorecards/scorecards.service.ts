import type { Principal } from '@assay/access'
import {
  emptyScorecard,
  gapsOf,
  type InterviewRoom,
  type SavedScorecard,
  type SaveScorecard,
  type ScorecardDraft,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { CandidateKeysService, type CandidateTexts } from '../candidates/candidate-keys.service.ts'
import { NotFound, RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import { InterviewsService } from '../interviews/interviews.service.ts'
import { DraftSavesService } from './draft-saves.service.ts'
import { type KitOutline, problemsOf } from './kit-outline.rules.ts'
import { KitOutlinesService } from './kit-outlines.service.ts'
import { handOffsOf } from './hand-off.rules.ts'
import { ScorecardRefused } from './scorecard.errors.ts'
import {
  judgeAmending,
  judgeRecalling,
  judgeSubmitting,
  judgeWriting,
  type Verdict,
} from './scorecard.rules.ts'
import { type OwnRow, ScorecardsQueries } from './scorecards.queries.ts'

/** A scorecard as its author has it before them, opened. */
export interface OpenScorecard {
  row: OwnRow
  kit: KitOutline
  texts: CandidateTexts
  draft: ScorecardDraft
}

export const allow = ({ allowed, because }: Verdict): void => {
  if (!allowed) throw new ScorecardRefused(because)
}

/** The author's own scorecard: the interview room, and every save of it. */
@Injectable()
export class ScorecardsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ScorecardsQueries,
    private readonly outlines: KitOutlinesService,
    private readonly interviews: InterviewsService,
    private readonly keys: CandidateKeysService,
    private readonly saves: DraftSavesService,
  ) {}

  /** Everything of the one screen. Opening it is what keeps the interview on its version from now on. */
  async room(id: string, asking: Principal): Promise<InterviewRoom> {
    const room = await this.work.read(() => this.readRoom(id, asking))
    if (room.isOpened) return room.answer
    return this.work.run(async () => {
      await this.queries.markOpened({ id, interviewId: room.answer.interview.id })
      return (await this.readRoom(id, asking)).answer
    })
  }

  async save(id: string, { draft }: SaveScorecard, seen: number): Promise<SavedScorecard> {
    return (await this.saves.save(id, draft, seen)) ?? this.saveAfterReading(id, draft, seen)
  }

  private saveAfterReading(id: string, draft: ScorecardDraft, seen: number): Promise<SavedScorecard> {
    return this.work.run(async () => {
      const { row, kit, texts, draft: before } = await this.own(id)
      allow(judgeWriting(row))
      if (row.revision !== seen) throw new RevisionConflict(currentOf(row, before))
      const problems = problemsOf(draft, kit)
      if (Object.keys(problems).length > 0) throw new ValidationFailed(problems)
      const saved = await this.queries.save(id, seen, texts.seal(JSON.stringify(draft)))
      if (!saved) {
        const now = await this.own(id)
        throw new RevisionConflict(currentOf(now.row, now.draft))
      }
      // The answer's schema writes the time.
      return { id, ...saved, gaps: gapsOf(draft, kit) } as unknown as SavedScorecard
    })
  }

  /** Inside the caller's unit of work. */
  async own(id: string): Promise<OpenScorecard> {
    const row = await this.queries.own(id)
    if (!row) throw new NotFound()
    const texts = this.keys.with(row.candidateId, row.wrappedKey)
    this.saves.remember(row, texts)
    return { row, kit: await this.outlines.of(row.versionId), texts, draft: draftOf(row, texts) }
  }

  /** Inside the caller's unit of work. */
  async readRoom(id: string, asking: Principal): Promise<{ isOpened: boolean; answer: InterviewRoom }> {
    const row = await this.queries.room(id, this.outlines.heldIds())
    if (!row) throw new NotFound()
    const texts = this.keys.with(row.candidateId, row.wrappedKey)
    this.saves.remember(row, texts)
    const interview = await this.interviews.get(row.interviewId, asking)
    const draft = draftOf(row, texts)
    const kit = await this.outlines.contentOf(row.versionId, row.kit)
    const gaps = gapsOf(draft, kit)
    const answer = {
      interview,
      kit,
      handOffs: row.handOffs.map(handOffsOf),
      // Inside of JSON the database writes times in its own way.
      glassBreaks: row.glassBreaks.map((one) => ({
        ...one,
        brokenAt: new Date(one.brokenAt).toISOString(),
      })),
      scorecard: {
        ...row,
        afterSeeingOthers: row.hasSeenOthers,
        draft,
        gaps,
        revisions: row.revisionNumber - row.recalledThrough,
        may: {
          write: judgeWriting(row),
          submit: judgeSubmitting(row, gaps),
          recall: judgeRecalling(row),
          amend: judgeAmending(row, gaps),
        },
      },
    }
    // The answer's schema writes the times, and leaves out what is not in it.
    return { isOpened: row.isOpened, answer: answer as unknown as InterviewRoom }
  }
}

/** What was saved last; nothing before the first save, and once the candidate was erased. */
const draftOf = ({ sealedDraft }: OwnRow, texts: CandidateTexts): ScorecardDraft => {
  const text = sealedDraft === null ? null : texts.open(sealedDraft)
  return text === null ? emptyScorecard : { ...emptyScorecard, ...(JSON.parse(text) as ScorecardDraft) }
}

/** As another tab or device left it: what was written here is put together with it. */
export const currentOf = ({ id, revision, savedAt, status }: OwnRow, draft: ScorecardDraft) => ({
  id,
  revision,
  savedAt,
  status,
  draft,
})
