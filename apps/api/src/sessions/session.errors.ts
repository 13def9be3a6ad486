import { VisibleError } from '@assay/access'

/** The same words whether the address is unknown, the password wrong, or the person disabled or only invited. */
export class WrongCredentials extends VisibleError {
  readonly status = 401
  readonly code = 'wrong_credentials'

  constructor() {
    super('This e-mail address and password do not belong together.')
  }
}
