import { VisibleError } from '@assay/access'

/** A rule of the pipeline forbids it, for the reason told. Nothing was changed. */
export class CommandRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}

export class AppliedAlready extends VisibleError {
  readonly status = 409
  readonly code = 'applied_already'

  constructor(name: string, title: string) {
    super(`${name} has an application for ${title} already. Reopen that one if it is over.`)
  }
}
