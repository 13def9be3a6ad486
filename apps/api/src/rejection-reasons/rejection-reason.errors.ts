import { VisibleError } from '@assay/access'

export class ReasonNameTaken extends VisibleError {
  readonly status = 409
  readonly code = 'name_taken'
  override readonly fields = { name: 'There is a reason with this name already.' }

  constructor() {
    super('There is a reason with this name already. Nothing was stored.')
  }
}
