import { VisibleError } from '@assay/access'

export class PasswordRefused extends VisibleError {
  readonly status = 400
  readonly code = 'password_refused'
  override readonly fields: Record<string, string>

  constructor(field: string, because: string) {
    super('This password cannot be used. Nothing was changed.')
    this.fields = { [field]: because }
  }
}

export class WrongPassword extends VisibleError {
  readonly status = 400
  readonly code = 'wrong_password'
  override readonly fields = { currentPassword: 'This is not your present password.' }

  constructor() {
    super('This is not your present password. Nothing was changed.')
  }
}
