import { VisibleError } from '@assay/access'

/** What it names stands so already. Nothing was changed. */
export class HoldRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
