import { VisibleError } from '@assay/access'
import type { RightsVerdict } from './user.rules.ts'

/** The address belongs to somebody in this installation: the words are the same for this organization and another. */
export class EmailTaken extends VisibleError {
  readonly status = 409
  readonly code = 'email_taken'
  override readonly fields = { email: 'This address is already in use.' }

  constructor() {
    super('This address cannot be invited: it is already in use. Nothing was changed.')
  }
}

/** A change of rights that the rules refuse, with their reason. */
export class RightsRefused extends VisibleError {
  readonly status = 409
  readonly code: 'last_admin' | 'own_account'

  constructor(verdict: RightsVerdict) {
    super(verdict.because)
    this.code = verdict.code ?? 'own_account'
  }
}
