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
