import type { CurrentSession, InterviewTemplateVersion } from '@assay/contracts'
import type { StepName } from '../version-requests.ts'

export type StepKind = 'submit' | 'publish' | 'return' | 'retire' | 'discard'
type Verdict = keyof InterviewTemplateVersion['may']

/** Who returns their own version takes it back: it is the same step in other words. */
export const wordsFor = (
  kind: StepKind,
  { submittedBy }: Pick<InterviewTemplateVersion, 'submittedBy'>,
  session: CurrentSession | null,
): StepKind | 'takeBack' =>
  kind === 'return' && submittedBy !== null && submittedBy.id === session?.user.id ? 'takeBack' : kind

interface StepFacts {
  verdict: Verdict
  /** Null: it is no step of the version's life, it ends it. */
  step: StepName | null
  grave: boolean
}

/** Steps that somebody else reads about later. */
const noted = ['submit', 'publish', 'return'] as const
export const isNoted = (kind: StepKind): kind is (typeof noted)[number] => noted.some((one) => one === kind)

/** Only a version that lacks nothing goes there. */
const complete = ['submit', 'publish'] as const
export const needsComplete = (kind: StepKind): kind is (typeof complete)[number] =>
  complete.some((one) => one === kind)

export const stepFacts: Record<StepKind, StepFacts> = {
  submit: { verdict: 'submitForReview', step: 'submit-for-review', grave: false },
  publish: { verdict: 'publish', step: 'publish', grave: false },
  return: { verdict: 'return', step: 'return', grave: false },
  retire: { verdict: 'retire', step: 'retire', grave: true },
  discard: { verdict: 'discard', step: null, grave: true },
}

/** What can be thought of in each state, the likeliest last: it stands where the eye ends. */
export const stepsIn: Record<InterviewTemplateVersion['status'], readonly StepKind[]> = {
  draft: ['discard', 'submit', 'publish'],
  in_review: ['return', 'publish'],
  published: ['retire'],
  retired: [],
}
