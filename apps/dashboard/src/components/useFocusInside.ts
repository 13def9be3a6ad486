import { useImperativeHandle, useRef, type Ref, type RefObject } from 'react'

export interface Focusable {
  focus: () => void
}

/** Of a control made of several: focusing it goes to what is wrong in it, or else to where writing begins. */
export const useFocusInside = (ref: Ref<Focusable> | undefined): RefObject<HTMLDivElement | null> => {
  const inside = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({
    focus: () => {
      const all = (selector: string) => inside.current?.querySelector<HTMLElement>(selector)
      const found = all('[aria-invalid="true"]') ?? all('textarea:not([aria-hidden]), input, select, button')
      found?.focus()
    },
  }))
  return inside
}
