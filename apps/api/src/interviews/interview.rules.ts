import type { ApplicationStatus, InterviewStatus } from '@assay/contracts'

export interface Verdict {
  allowed: boolean
  because: string
}

const yes: Verdict = { allowed: true, because: '' }
const no = (because: string): Verdict => ({ allowed: false, because })

export interface ScheduleFacts {
  status: ApplicationStatus
  jobIsOpen: boolean
  /** Whoever asks owes a scorecard on this application. */
  asksWhileOwing: boolean
}

/** Whether a further interview may be scheduled on an application. */
export const judgeScheduling = ({ status, jobIsOpen, asksWhileOwing }: ScheduleFacts): Verdict => {
  // Before anything else: any other answer would tell how the application stands.
  if (asksWhileOwing) {
    return no(
      'You owe a scorecard on this application. Until it is in, somebody else schedules its interviews.',
    )
  }
  if (!jobIsOpen) return no('This job is closed. Reopen it first.')
  if (status !== 'active') return no('This application is over. Reopen it first.')
  return yes
}

/** Clocks differ a little, and forms are filled in slowly. */
const GRACE_MS = 10 * 60_000

export const isPast = (startsAt: Date, now: Date): boolean => startsAt.getTime() < now.getTime() - GRACE_MS

export interface ChangeFacts {
  status: InterviewStatus
  /** Somebody opened a scorecard of it. */
  isOpened: boolean
  candidateIsErased: boolean
}

/** Whether an interview may be changed. */
export const judgeChange = ({ status, candidateIsErased }: Omit<ChangeFacts, 'isOpened'>): Verdict => {
  if (candidateIsErased) return no('This candidate was erased. The interview stays as it was held.')
  return status === 'scheduled' ? yes : no('This interview is over. Schedule another one.')
}

/** The words on the scorecards stay those that the panel prepared with. */
export const judgeVersionChange = ({ isOpened }: Pick<ChangeFacts, 'isOpened'>): Verdict =>
  isOpened ? no('A scorecard of this interview was opened: it keeps its version.') : yes

/** What a change means for the calendars of the panel: a change of these counts the entry's SEQUENCE on. */
export const countsInCalendars = (changed: readonly string[]): boolean =>
  changed.some((field) =>
    ['startsAt', 'endsAt', 'timeZone', 'place', 'link', 'panel', 'status'].includes(field),
  )
