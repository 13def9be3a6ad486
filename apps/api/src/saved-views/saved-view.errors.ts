import { VisibleError } from '@assay/access'
import { MAX_SAVED_VIEWS } from '@assay/contracts'

export class ViewNameTaken extends VisibleError {
  readonly status = 409
  readonly code = 'name_taken'
  override readonly fields = { name: 'You keep a view of this name already.' }

  constructor() {
    super('You keep a view of this list under this name already. Nothing was changed.')
  }
}

export class TooManyViews extends VisibleError {
  readonly status = 409
  readonly code = 'limit_reached'

  constructor() {
    super(`You keep ${MAX_SAVED_VIEWS} views. Remove one first.`)
  }
}
