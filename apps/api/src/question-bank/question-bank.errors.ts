import { ValidationFailed } from '../http/http.errors.ts'

/** Two live entries of one kind never have the same name: on a scorecard nobody could tell them apart. */
export class NameTaken extends ValidationFailed {
  constructor(field: string) {
    super({ [field]: 'There is one with these words already. Case and accents make no difference.' })
  }
}
