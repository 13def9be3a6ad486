import { VisibleError } from '@assay/access'

/** Something forbids it, as told. Nothing was changed. */
export class ErasureRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'
}
