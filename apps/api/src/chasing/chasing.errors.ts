import { VisibleError } from '@assay/access'

/** There is nothing to put off, for the reason told. Nothing was changed. */
export class SnoozeRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
