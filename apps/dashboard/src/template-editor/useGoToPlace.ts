import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { rowOfPlace } from './draft/gap-place.ts'
import type { OpenRows } from './draft/open-rows.ts'

const FIELDS = 'textarea:not([aria-hidden]), input, select, button'

/** A field, or a row that takes the focus as a whole; else what is to be written inside. */
const focusOn = (place: Element): void => {
  const takesIt = place.matches(FIELDS) || place.hasAttribute('tabindex')
  const target = takesIt ? place : (place.querySelector(FIELDS) ?? place)
  place.scrollIntoView({ block: 'center' })
  if (target instanceof HTMLElement) target.focus({ preventScroll: true })
}

/** The end of the address names a place in the draft: what is folded opens, and the focus goes there. */
export const useGoToPlace = (rows: OpenRows): void => {
  const { hash, key } = useLocation()
  useEffect(() => {
    const place = hash.slice(1)
    if (place === '') return
    const row = rowOfPlace(place)
    if (row) rows.set(row, true)
    // The row draws itself open first.
    const frame = requestAnimationFrame(() => {
      const found = document.querySelector(`#${CSS.escape(place)}`)
      if (found) focusOn(found)
    })
    return () => cancelAnimationFrame(frame)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- following the same link again goes there again
  }, [hash, key, rows])
}
