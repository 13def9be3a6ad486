import { VisibleError } from '@assay/access'
import { MAX_CUSTOM_FIELDS } from '@assay/contracts'

export class FieldNameTaken extends VisibleError {
  readonly status = 409
  readonly code = 'name_taken'
  override readonly fields = {
    name: 'There is a field of this name already. Case and accents make no difference.',
  }

  constructor() {
    super('There is a field of this name already. Nothing was changed.')
  }
}

/** What was typed about people stays readable. */
export class FieldInUse extends VisibleError {
  readonly status = 409
  readonly code = 'entry_in_use'

  constructor(what: 'field' | 'choice') {
    super(
      what === 'field'
        ? 'Candidates have a value in this field. Archive it instead: it stays readable where it was filled in.'
        : 'Candidates have a choice that would go. Rename it instead, or change those candidates first.',
    )
  }
}

export class TooManyFields extends VisibleError {
  readonly status = 409
  readonly code = 'limit_reached'

  constructor() {
    super(`There can be ${MAX_CUSTOM_FIELDS} fields at most. Archive one first.`)
  }
}
