import { type InterviewStatus, REOPENING_DAYS, type ReopeningStatus } from '@assay/contracts'
import type { BlindFacts } from './blindness.rules.ts'
import type { Verdict } from './scorecard.rules.ts'

/** A submitted scorecard that whoever asks may read, and the last request to reopen it. */
export interface ReopeningFacts {
  asking: Pick<BlindFacts, 'isAuthor' | 'role' | 'onHiringTeam'> & { id: string }
  /** Its author may still take it back. */
  isRecallable: boolean
  /** Its author is writing it anew. */
  reopened: boolean
  interviewStatus: InterviewStatus
  authorOnPanel: boolean
  candidateIsErased: boolean
  last: { status: ReopeningStatus; askedBy: string } | null
}

const yes: Verdict = { allowed: true, because: '' }
const no = (because: string): Verdict => ({ allowed: false, because })

const judgeAtAll = (facts: ReopeningFacts): Verdict => {
  if (facts.candidateIsErased) return no('This candidate was erased. Nothing is written about them any more.')
  if (!facts.authorOnPanel) return no('Its author is not on the panel any more.')
  if (facts.interviewStatus === 'cancelled' || facts.interviewStatus === 'did_not_happen') {
    return no('This interview did not take place.')
  }
  if (facts.reopened) return no('It is reopened already: its author is writing it anew.')
  return yes
}

export const judgeAskingToReopen = (facts: ReopeningFacts): Verdict => {
  const { asking, last, isRecallable } = facts
  if (!asking.isAuthor && asking.role !== 'recruiter') return no('Its author or a recruiter asks for that.')
  const atAll = judgeAtAll(facts)
  if (!atAll.allowed) return atAll
  if (isRecallable) return no('It can still be taken back: its author does that to change it.')
  return last?.status === 'asked' ? no('Somebody asked for that already, and waits for an answer.') : yes
}

const STANDS: Record<Exclude<ReopeningStatus, 'asked'>, string> = {
  agreed: 'This was agreed to already.',
  refused: 'This was refused already.',
  withdrawn: 'This was withdrawn.',
  expired: `This was asked more than ${REOPENING_DAYS} days ago. Whoever still wants it asks again.`,
}

const judgeOpen = ({ last }: ReopeningFacts): Verdict => {
  if (last === null) return no('Nobody asked to reopen this scorecard.')
  return last.status === 'asked' ? yes : no(STANDS[last.status])
}

/** Two persons: neither who asked nor who wrote it. Refusing is for the same people. */
export const judgeRefusingToReopen = (facts: ReopeningFacts): Verdict => {
  const { asking, last } = facts
  const isOpen = judgeOpen(facts)
  if (!isOpen.allowed) return isOpen
  if (last?.askedBy === asking.id) return no('You asked for it: somebody else has to answer.')
  if (asking.isAuthor) return no('It is your own scorecard: somebody else has to answer.')
  const mayAnswer = asking.role === 'admin' || (asking.role === 'hiring_manager' && asking.onHiringTeam)
  return mayAnswer ? yes : no('An admin or a hiring manager of the job answers that.')
}

export const judgeReopening = (facts: ReopeningFacts): Verdict => {
  const answering = judgeRefusingToReopen(facts)
  return answering.allowed ? judgeAtAll(facts) : answering
}

export const judgeWithdrawing = (facts: ReopeningFacts): Verdict => {
  const isOpen = judgeOpen(facts)
  if (!isOpen.allowed) return isOpen
  return facts.last?.askedBy === facts.asking.id ? yes : no('Only who asked takes it back.')
}
