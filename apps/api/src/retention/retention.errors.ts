import { VisibleError } from '@assay/access'

export class ExtensionRefused extends VisibleError {
  readonly status = 409
  readonly code = 'step_refused'

  constructor() {
    super('This record was erased, or merged into another one. There is nothing here to keep longer.')
  }
}
