import { VisibleError } from '@assay/access'

/** A rule forbids it, for the reason told. Nothing was recorded. */
export class DebriefRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
