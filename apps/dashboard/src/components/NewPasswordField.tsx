import { MIN_PASSWORD } from '@assay/contracts'
import { useText } from '../i18n/text.ts'
import { PasswordField } from './PasswordField.tsx'
import type { FieldProps } from './Field.tsx'

/** Says how far one is while choosing, instead of refusing afterwards. */
export const NewPasswordField = ({ length, ...props }: FieldProps & { length: number }) => {
  const text = useText()
  const missing = MIN_PASSWORD - length
  const hint = () => {
    if (length === 0) return text('passwordRule.hint', { minimum: MIN_PASSWORD })
    return missing > 0 ? text('passwordRule.missing', { smart_count: missing }) : text('passwordRule.enough')
  }
  return <PasswordField {...props} hint={hint()} autoComplete="new-password" />
}
