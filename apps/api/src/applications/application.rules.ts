import type { ApplicationChange, ApplicationCommand, ApplicationStatus } from '@assay/contracts'

interface PipelineStage {
  id: string
  name: string
  requiresScorecards: boolean
}

export interface ApplicationFacts {
  status: ApplicationStatus
  /** Null when the pipeline has that stage no longer. */
  stageId: string | null
  /** Of the job, in order. */
  stages: readonly PipelineStage[]
  jobIsOpen: boolean
  /** The job says who agrees to decisions, and this command is not carried out by one. */
  hiresByDecision: boolean
  candidateIsErased: boolean
  /** Whoever asks owes a scorecard on this application. */
  asksWhileOwing: boolean
  /** Interviews of the present stage that were not cancelled and did not fall through. */
  interviewsInStage: number
  /** Scorecards that panelists owe on them; those of shadows do not count. */
  scorecardsOwed: number
}

/** How an application stands after a command. */
export interface ApplicationStanding {
  kind: ApplicationChange['kind']
  status: ApplicationStatus
  stageId: string | null
  reasonId: string | null
}

export type CommandVerdict =
  { allowed: true; because: string; to: ApplicationStanding } | { allowed: false; because: string }

const no = (because: string): CommandVerdict => ({ allowed: false, because })

const OVER: Record<Exclude<ApplicationStatus, 'active'>, string> = {
  hired: 'This candidate was hired. Reopen the application to change it.',
  rejected: 'This application was rejected. Reopen it to change it.',
  withdrawn: 'This application was withdrawn. Reopen it to change it.',
}

/** Scorecards hold back only whoever goes on: back, or out, is always open. */
const missingScorecards = (facts: ApplicationFacts, from: PipelineStage): string | null => {
  if (!from.requiresScorecards) return null
  if (facts.interviewsInStage === 0) {
    return `${from.name} asks for scorecards first, and no interview was held in it.`
  }
  if (facts.scorecardsOwed === 0) return null
  return `${from.name} asks for its scorecards first: ${facts.scorecardsOwed} ${facts.scorecardsOwed === 1 ? 'is' : 'are'} missing.`
}

const placeOf = ({ stages }: ApplicationFacts, stageId: string | null): number =>
  stages.findIndex(({ id }) => id === stageId)

const moveTo = (facts: ApplicationFacts, place: number): CommandVerdict => {
  const from = placeOf(facts, facts.stageId)
  const target = facts.stages[place]
  if (!target) return no('The pipeline of this job has no such stage.')
  if (place === from) return no(`It is in ${target.name} already.`)
  const leaving = facts.stages[from]
  const missing = leaving && place > from ? missingScorecards(facts, leaving) : null
  if (missing !== null) return no(missing)
  const to = { kind: 'moved', status: 'active', stageId: target.id, reasonId: null } as const
  return { allowed: true, because: `Goes to ${target.name}.`, to }
}

const hire = (facts: ApplicationFacts): CommandVerdict => {
  if (facts.hiresByDecision) {
    return no('Others agree first to whom this job hires: make a decision about this application.')
  }
  const last = facts.stages.at(-1)
  if (!last || facts.stageId !== last.id) {
    return no(`Only from the last stage${last ? `, ${last.name}` : ''}, somebody is hired.`)
  }
  const missing = missingScorecards(facts, last)
  if (missing !== null) return no(missing)
  const to = { kind: 'hired', status: 'hired', stageId: last.id, reasonId: null } as const
  return { allowed: true, because: 'Is hired.', to }
}

const reopen = (facts: ApplicationFacts, wanted: string | undefined): CommandVerdict => {
  if (facts.status === 'active') return no('This application is active.')
  const target = facts.stages[placeOf(facts, wanted ?? facts.stageId)]
  if (!target) {
    return no(
      wanted === undefined
        ? 'The stage it was in is gone. Say into which stage it goes.'
        : 'The pipeline of this job has no such stage.',
    )
  }
  const to = { kind: 'reopened', status: 'active', stageId: target.id, reasonId: null } as const
  return { allowed: true, because: `Is active again in ${target.name}.`, to }
}

const ERASED = 'This candidate was erased. The application stays as it ended.'

const needsOpenJob = (command: ApplicationCommand['do']): boolean =>
  command !== 'reject' && command !== 'withdraw'

/** What a command makes of an application, or why it may not. People decide: nothing here looks at a rating. */
export const judgeCommand = (command: ApplicationCommand, facts: ApplicationFacts): CommandVerdict => {
  if (facts.asksWhileOwing) {
    return no(
      'You owe a scorecard on this application. Until it is in, the application is shown to you as it was, and you cannot move it.',
    )
  }
  if (facts.candidateIsErased) return no(ERASED)
  if (!facts.jobIsOpen && needsOpenJob(command.do)) return no('This job is closed. Reopen it first.')
  if (command.do === 'reopen') return reopen(facts, command.stageId)
  if (facts.status !== 'active') return no(OVER[facts.status])
  const { stageId } = facts
  switch (command.do) {
    case 'advance': {
      const place = placeOf(facts, stageId)
      if (place === facts.stages.length - 1) return no('It is in the last stage.')
      return moveTo(facts, place + 1)
    }
    case 'move':
      return moveTo(facts, placeOf(facts, command.stageId))
    case 'hire':
      return hire(facts)
    case 'reject': {
      const to = { kind: 'rejected', status: 'rejected', stageId, reasonId: command.reasonId } as const
      return { allowed: true, because: 'Is rejected.', to }
    }
    case 'withdraw': {
      const to = { kind: 'withdrawn', status: 'withdrawn', stageId, reasonId: command.reasonId } as const
      return { allowed: true, because: 'Is withdrawn.', to }
    }
  }
}

export interface UndoFacts extends Pick<
  ApplicationFacts,
  'stages' | 'asksWhileOwing' | 'jobIsOpen' | 'candidateIsErased'
> {
  /** The last change is one of those to be taken back. */
  isLast: boolean
  /** How it stood before; null where the application began with this change. */
  before: Omit<ApplicationStanding, 'kind'> | null
}

/** Whether a change can be taken back: only while nothing came after it. */
export const judgeUndo = (facts: UndoFacts): CommandVerdict => {
  const { before } = facts
  if (facts.asksWhileOwing)
    return no('You owe a scorecard on this application, and cannot move it until then.')
  if (facts.candidateIsErased) return no(ERASED)
  if (!facts.isLast) return no('It was changed again since. Nothing is taken back here.')
  if (before === null) return no('The application began with this. Reject or withdraw it instead.')
  const stage = facts.stages.find(({ id }) => id === before.stageId)
  if (before.status === 'active' && !stage) return no('The stage it was in is gone.')
  if (before.status === 'active' && !facts.jobIsOpen) return no('This job is closed. Reopen it first.')
  const stageId = stage?.id ?? null
  return {
    allowed: true,
    because: before.status === 'active' ? `Goes back to ${stage?.name}.` : `Is ${before.status} again.`,
    to: { ...before, stageId, kind: 'undone' },
  }
}
