import { useCallback, type RefCallback } from 'react'

/** Puts the cursor where typing begins, as soon as it is there: for dialogs whose field belongs to no form. */
export const useFocusAtStart = (): RefCallback<HTMLElement> => useCallback((field) => field?.focus(), [])
