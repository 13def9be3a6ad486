import type {
  ApplicationCommand,
  ApplicationStatus,
  DecisionOutcome,
  DecisionState,
  Role,
} from '@assay/contracts'

export interface Verdict {
  allowed: boolean
  because: string
}

const yes: Verdict = { allowed: true, because: '' }
const no = (because: string): Verdict => ({ allowed: false, because })

/** Somebody who is asked to agree, as they stand today. */
export interface Approver {
  id: string
  name: string
  isActive: boolean
  role: Role
  onHiringTeam: boolean
  isTheCandidate: boolean
}

export interface ApproverGroup {
  needed: number
  people: readonly Approver[]
}

/** Why this person cannot agree; null where they can. Nobody agrees to their own decision. */
export const unavailable = (person: Approver, madeBy: string): string | null => {
  const { name } = person
  if (!person.isActive) return `${name} is disabled.`
  if (person.id === madeBy) return `${name} made the decision.`
  if (person.isTheCandidate) return `${name} is the candidate.`
  if (person.role === 'interviewer') return `${name} is an interviewer, who sees no decisions.`
  if (person.role === 'hiring_manager' && !person.onHiringTeam) return `${name} is not on the job's team.`
  return null
}

const approvedIn = ({ people }: ApproverGroup, approvedBy: ReadonlySet<string>): number =>
  people.filter(({ id }) => approvedBy.has(id)).length

export interface Approvals {
  groups: readonly ApproverGroup[]
  madeBy: string
  approvedBy: ReadonlySet<string>
}

/** The group whose turn it is; undefined where nobody is asked any more. */
export const groupInTurn = ({ groups, approvedBy }: Approvals): ApproverGroup | undefined =>
  groups.find((group) => approvedIn(group, approvedBy) < group.needed)

/** Why some group can never agree, naming those who cannot; null where all can. */
export const missingApprovers = ({ groups, madeBy, approvedBy }: Approvals): string | null => {
  for (const [at, group] of groups.entries()) {
    const away = group.people.filter(({ id }) => !approvedBy.has(id)).map((one) => unavailable(one, madeBy))
    const excuses = away.filter((because) => because !== null)
    const left = group.people.length - excuses.length
    if (left >= group.needed) continue
    return `Group ${at + 1} needs ${group.needed} and has ${left} left to agree: ${excuses.join(' ')} An admin changes who agrees to decisions of this job.`
  }
  return null
}

const STANDS: Record<Exclude<DecisionState, 'waiting'>, string> = {
  refused: 'This decision was refused.',
  decided: 'Everybody who had to agree did so already.',
  superseded: 'Another decision counts in place of this one.',
}

export interface AnsweringFacts extends Approvals {
  state: DecisionState
  asking: string
  outcome: DecisionOutcome
}

const judgeAnswering = (facts: AnsweringFacts): Verdict => {
  const { state, asking, approvedBy, madeBy, groups } = facts
  if (state !== 'waiting') return no(STANDS[state])
  if (approvedBy.has(asking)) return no('You agreed to it already.')
  const own = groups.find(({ people }) => people.some(({ id }) => id === asking))
  const person = own?.people.find(({ id }) => id === asking)
  if (!own || !person) return no('You are not among those who are asked.')
  const because = unavailable(person, madeBy)
  if (because !== null) return no(because)
  const inTurn = groupInTurn(facts)
  if (inTurn === own) return yes
  const place = groups.indexOf(own)
  return inTurn && groups.indexOf(inTurn) < place
    ? no('Others are asked before you, and have not agreed yet.')
    : no('Enough people of your group agreed already.')
}

/** Nobody agrees to their own decision, before their turn, or twice. */
export const judgeApproving = (facts: AnsweringFacts): Verdict =>
  facts.state === 'waiting' && facts.madeBy === facts.asking
    ? no('You made this decision: others agree to it.')
    : judgeAnswering(facts)

/** Whoever is asked, in turn; and whoever made it takes it back while it waits. */
export const judgeRefusing = (facts: AnsweringFacts): Verdict =>
  facts.state === 'waiting' && facts.madeBy === facts.asking ? yes : judgeAnswering(facts)

export interface DecidingFacts {
  status: ApplicationStatus
  candidateIsErased: boolean
  /** Some decision about it waits. */
  isWaiting: boolean
  /** The decision that counts by now; null where there is none, or it only said to go on. */
  counts: { outcome: DecisionOutcome; madeBy: string } | null
  /** Somebody who counts has not submitted, and the job waits for all. */
  waitsForAll: boolean
}

const judgeAtAll = (facts: DecidingFacts): Verdict => {
  if (facts.candidateIsErased) return no('This candidate was erased. Nothing is decided about them any more.')
  if (facts.waitsForAll) return no('This job waits until everybody on the panels has submitted.')
  if (facts.isWaiting) return no('A decision about this application waits for those who agree to it.')
  if (facts.status === 'withdrawn') return no('This application was withdrawn. Reopen it to decide about it.')
  return yes
}

export const judgeDeciding = (facts: DecidingFacts): Verdict => {
  const atAll = judgeAtAll(facts)
  if (!atAll.allowed) return atAll
  if (facts.counts) {
    return no(`${facts.counts.madeBy} decided about this application already. Replace that decision.`)
  }
  if (facts.status === 'active') return yes
  return no(`This application is over: ${facts.status}. Reopen it to decide about it.`)
}

export const judgeSuperseding = (facts: DecidingFacts, state: DecisionState): Verdict => {
  if (state === 'waiting') return no('It waits. Whoever made it takes it back instead.')
  if (state !== 'decided') return no(STANDS[state])
  return judgeAtAll(facts)
}

/** What a decision comes to in the pipeline. A person's decision, and nothing else, brings these commands about. */
export const commandsOf = (
  { outcome, reasonId }: { outcome: DecisionOutcome; reasonId: string | null },
  status: ApplicationStatus,
): ApplicationCommand[] => {
  if (outcome === 'hire' && status === 'hired') return []
  const reopened: ApplicationCommand[] = status === 'active' ? [] : [{ do: 'reopen', note: '' }]
  if (outcome === 'hire') return [...reopened, { do: 'hire', note: '' }]
  if (outcome === 'continue' || reasonId === null) return reopened
  return [...reopened, { do: 'reject', reasonId, note: '' }]
}
