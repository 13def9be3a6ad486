import { VisibleError } from '@assay/access'

/** Two live entries of one kind never have the same name: on a scorecard nobody could tell them apart. */
export class NameTaken extends VisibleError {
  readonly status = 409
  readonly code = 'name_taken'
  override readonly fields: Record<string, string>

  constructor(field: string) {
    super('There is one of this name already. Nothing was changed.')
    this.fields = { [field]: 'There is one with these words already. Case and accents make no difference.' }
  }
}

/** A version, a question or a level profile names it: what was rated by it has to stay readable. */
export class EntryInUse extends VisibleError {
  readonly status = 409
  readonly code = 'entry_in_use'

  constructor() {
    super(
      'This is used by a version, a question or a level profile. Archive it instead: it stays where it is used.',
    )
  }
}

export class BuiltInStays extends VisibleError {
  readonly status = 409
  readonly code = 'entry_in_use'

  constructor() {
    super('This came with Assay, and the next start would bring it back. Archive it instead.')
  }
}
