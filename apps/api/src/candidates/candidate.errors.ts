import { VisibleError } from '@assay/access'

export class CandidateMerged extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super('This candidate was merged into another one. Change that one, or undo the merge first.')
  }
}

/** Whoever is erased stays so: nothing is written about them any more. */
export class CandidateErased extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super('This candidate was erased. Nothing new can be written about them.')
  }
}

export class MergeRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
