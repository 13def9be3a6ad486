import { useEffect, useRef, type RefObject } from 'react'

/** Puts the cursor where typing begins, once: for dialogs whose field belongs to no form. */
export const useFocusAtStart = <Target extends HTMLElement>(): RefObject<Target | null> => {
  const target = useRef<Target>(null)
  useEffect(() => target.current?.focus(), [])
  return target
}
