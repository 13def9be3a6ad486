import { useEffect } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

/** Puts the cursor where typing begins, once: for pages and dialogs that consist of one form. */
export const useFirstFocus = <Values extends FieldValues, Output>(
  { setFocus }: Pick<UseFormReturn<Values, unknown, Output>, 'setFocus'>,
  field: FieldPath<Values>,
): void => {
  useEffect(() => setFocus(field), [setFocus, field])
}
