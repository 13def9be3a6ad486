import type { InterviewRoom, ScorecardGap } from '@assay/contracts'
import { useEffect, useMemo } from 'react'
import { subjectOf } from '../../drafts/device-text.ts'
import type { DraftEngine } from '../../drafts/draft-engine.ts'
import type { DraftSnapshot } from '../../drafts/draft-snapshot.ts'
import { OpenDrafts, type Opening } from '../../drafts/open-drafts.ts'
import type { LeftCopies } from '../../drafts/useLeftCopies.ts'
import { useWrittenDraft } from '../../drafts/useWrittenDraft.ts'
import { scorecardKind, type ScorecardParts, type ToldScorecard } from './scorecard-kind.ts'
import { saveScorecard } from './scorecard-requests.ts'

export type ScorecardEngine = DraftEngine<ScorecardParts>

export interface ScorecardSnapshot extends Omit<DraftSnapshot<ScorecardParts>, 'told' | 'beside'> {
  /** Of what the server has. */
  revision: number
  /** What the server missed in it when it was saved last. */
  gaps: readonly ScorecardGap[]
  /** When the server had all of it before this page wrote anything; null when it was never saved. */
  savedAt: string | null
}

const scorecards = new OpenDrafts(scorecardKind)

/** What the copies of a scorecard are called on the device: for `useLeftCopies`. */
export const scorecardSubject = (id: string): string => subjectOf(scorecardKind, id)

/** The draft of this page; undefined while none is open. */
export const heldScorecard = scorecards.held

/** Nobody writes on it any more, and what is not saved is not wanted: for a page that has asked. */
export const dropScorecard = scorecards.drop

const toldBy = ({ revision, savedAt, draft, gaps }: InterviewRoom['scorecard']): ToldScorecard => ({
  revision,
  savedAt,
  draft,
  gaps,
})

const openingOf = (
  { scorecard, interview }: InterviewRoom,
  told: ToldScorecard,
): Opening<ScorecardParts> => ({
  id: scorecard.id,
  told,
  title: `${interview.candidate.name}: ${interview.template.name}`,
  save: async (draft, revision, leaving) => {
    const { revision: now, savedAt, gaps } = await saveScorecard(scorecard.id, draft, { revision, leaving })
    return { draft, revision: now, savedAt, gaps }
  },
})

/** The author's draft of one interview while it is written: it saves itself, and leaving loses nothing. */
export const useScorecardDraft = (
  room: InterviewRoom,
  left: LeftCopies,
): { engine: ScorecardEngine; snapshot: ScorecardSnapshot } => {
  const told = useMemo(() => toldBy(room.scorecard), [room])
  const { engine, snapshot: written } = useWrittenDraft(scorecards, openingOf(room, told), left)
  const mayWrite = room.scorecard.may.write.allowed
  useEffect(() => {
    const { save } = engine.snapshot()
    // It was taken back, or became open to amending: what the server did not take then goes out now.
    if (mayWrite && save.kind === 'refused' && save.problem.code === 'step_refused') void engine.retry()
  }, [engine, mayWrite])
  const isOver = room.scorecard.status === 'submitted' && engine.settled
  useEffect(() => {
    if (isOver) void scorecards.forget(room.scorecard.id)
  }, [isOver, room])
  const snapshot = useMemo((): ScorecardSnapshot => {
    const { told: now, beside: _nothing, ...rest } = written
    return { ...rest, revision: now.revision, gaps: now.gaps, savedAt: now.savedAt }
  }, [written])
  return { engine, snapshot }
}
