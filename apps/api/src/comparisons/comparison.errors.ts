import { VisibleError } from '@assay/access'

/** Whoever asks sees names only, for the reason told: there is no file of that. */
export class ComparisonWithheld extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
