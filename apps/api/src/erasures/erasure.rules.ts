export interface ErasureFacts {
  /** Whoever asks owes a scorecard on an application of this person. */
  asksWhileOwing: boolean
  /** Whoever asks is this person. */
  asksForThemselves: boolean
  /** Jobs in whose pipeline the person is active. */
  activeIn: readonly string[]
  /** Interviews that are scheduled and not over. */
  interviewsAhead: number
  /** What stands under a hold: the name of a job, or null for the person and their applications. */
  heldBy: readonly (string | null)[]
}

export interface ErasureVerdict {
  allowed: boolean
  because: string[]
}

const OWING =
  'You owe a scorecard on an application of this candidate. Until it is in, somebody else erases this record.'
const OWN = 'This is your own record as a candidate. Somebody else erases it.'

const holdSentence = (job: string | null): string =>
  job === null
    ? 'A legal hold stands on this candidate. Lift it first.'
    : `A legal hold stands on the job ${job}. Lift it first.`

/** Whether a person may be erased now, with everything that forbids it. */
export const judgeErasure = (facts: ErasureFacts): ErasureVerdict => {
  // Before anything else, and alone: any other sentence would tell how the application stands.
  if (facts.asksWhileOwing) return { allowed: false, because: [OWING] }
  if (facts.asksForThemselves) return { allowed: false, because: [OWN] }
  const because = [
    ...facts.activeIn.map(
      (title) => `The application for ${title} is active. Reject it, or record that it was withdrawn, first.`,
    ),
    ...(facts.interviewsAhead > 0
      ? [
          `${facts.interviewsAhead === 1 ? 'An interview is' : `${facts.interviewsAhead} interviews are`} still to come. Cancel first.`,
        ]
      : []),
    ...[...new Set(facts.heldBy)].map((job) => holdSentence(job)),
  ]
  return { allowed: because.length === 0, because }
}
