import { VisibleError } from '@assay/access'

export class CandidateMerged extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super('This candidate was merged into another one. Change that one, or undo the merge first.')
  }
}

export class MergeRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
