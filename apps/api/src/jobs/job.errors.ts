import { VisibleError } from '@assay/access'

export class JobClosed extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super('This job is closed. Reopen it to change it.')
  }
}
