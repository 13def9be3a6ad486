import type { DebriefState, VotePhase } from '@assay/contracts'

export interface Verdict {
  allowed: boolean
  because: string
}

const yes: Verdict = { allowed: true, because: '' }
const no = (because: string): Verdict => ({ allowed: false, because })

/** How the debrief of an application stands for whoever asks. */
export interface DebriefFacts {
  /** They owe a scorecard on the application, as a shadow too. A broken glass opens scorecards, not this. */
  asksWhileOwing: boolean
  /** Of panelists who count: how many have not submitted for the first time, and how many have. */
  owing: number
  submitted: number
  /** The job waits for all. */
  waitsForAll: boolean
  /** There is one already; a further interview does not take it away. */
  isOpened: boolean
  isTalking: boolean
  isClosed: boolean
}

/** Whoever owes is told the same whatever the others did, so that comes first and depends on nothing else. */
export const stateOf = (facts: DebriefFacts): DebriefState => {
  if (facts.asksWhileOwing) return 'withheld'
  if (facts.owing > 0 && (!facts.isOpened || facts.waitsForAll)) return 'waiting'
  if (!facts.isOpened && facts.submitted === 0) return 'waiting'
  if (facts.isClosed) return 'closed'
  return facts.isTalking ? 'talking' : 'reading'
}

const NOT_OPEN: Record<'withheld' | 'waiting', string> = {
  withheld: 'You owe a scorecard on this application. The debrief opens to you once yours is in.',
  waiting: 'It opens once everybody who counts has submitted.',
}
const CLOSED = 'This debrief is closed.'
const ERASED = 'This candidate was erased. Nothing is written about them any more.'

export interface Taking {
  state: DebriefState
  candidateIsErased: boolean
  /** A panelist who counts and has submitted, or a hiring manager of the job. */
  isVoter: boolean
  /** An admin, a recruiter, or a hiring manager of the job. */
  leads: boolean
}

const judgeOpen = ({ state, candidateIsErased }: Taking): Verdict => {
  if (state === 'withheld' || state === 'waiting') return no(NOT_OPEN[state])
  if (candidateIsErased) return no(ERASED)
  return yes
}

/** Votes before talking and after it are never mixed. */
export const judgeVoting = (facts: Taking, phase?: VotePhase): Verdict => {
  const open = judgeOpen(facts)
  if (!open.allowed) return open
  if (facts.state === 'closed') return no(CLOSED)
  if (!facts.isVoter) return no('Panelists whose scorecards count and the job’s hiring managers vote.')
  if (phase === 'before' && facts.state === 'talking') {
    return no('Talking has begun: votes before it are in. Vote again after talking.')
  }
  if (phase === 'after' && facts.state === 'reading') return no('Nobody has talked yet.')
  return yes
}

const LEADERS = 'A hiring manager of the job, a recruiter or an admin does this.'

const judgeLeading = (facts: Taking): Verdict => {
  const open = judgeOpen(facts)
  if (!open.allowed) return open
  return facts.leads ? yes : no(LEADERS)
}

export const judgeBeginningToTalk = (facts: Taking): Verdict => {
  const leading = judgeLeading(facts)
  if (!leading.allowed || facts.state === 'reading') return leading
  return no(facts.state === 'closed' ? CLOSED : 'Talking has begun already.')
}

/** Notes are read by all at once, so that they wait until everybody has voted on their own. */
export const judgeWritingNotes = (facts: Taking): Verdict => {
  const open = judgeOpen(facts)
  if (!open.allowed) return open
  if (facts.state === 'closed') return no(CLOSED)
  return facts.state === 'talking' ? yes : no('Notes are written once talking has begun.')
}

export const judgeClosing = (facts: Taking): Verdict => {
  const leading = judgeLeading(facts)
  if (!leading.allowed || facts.state === 'talking') return leading
  return no(facts.state === 'closed' ? 'This debrief is closed already.' : 'Nobody has talked yet.')
}

/** Where there was another interview since, or somebody has to be heard. Votes from then on are after talking. */
export const judgeReopening = (facts: Taking): Verdict => {
  const leading = judgeLeading(facts)
  if (!leading.allowed || facts.state === 'closed') return leading
  return no('This debrief is not closed.')
}
