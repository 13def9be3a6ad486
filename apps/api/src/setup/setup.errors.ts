import { VisibleError } from '@assay/access'

export class AlreadySetUp extends VisibleError {
  readonly status = 409
  readonly code = 'already_set_up'

  constructor() {
    super('This installation is set up. Sign in instead.')
  }
}
