import { VisibleError } from '@assay/access'
import type { ScorecardGap } from '@assay/contracts'

/** A rule forbids it, for the reason told. What was written stays. */
export class ScorecardRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}

/** Before others may rely on it, this is missing. */
export class ScorecardIncomplete extends VisibleError {
  readonly status = 409
  readonly code = 'scorecard_incomplete'

  constructor(gaps: readonly ScorecardGap[]) {
    super(gaps.map(({ because }) => because).join(' '))
  }
}
