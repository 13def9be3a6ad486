import { VisibleError } from '@assay/access'

/** A rule forbids it, for the reason told. */
export class FitRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
