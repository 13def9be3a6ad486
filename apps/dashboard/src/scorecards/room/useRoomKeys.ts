import type { Scale } from '@assay/contracts'
import { useEffect, useEffectEvent } from 'react'
import type { RoomWork } from '../room-context.ts'
import { setLevel } from '../scorecard-edits.ts'
import { idIn, type KeyWish, stopAround, stopsIn, wishOf } from './room-keys.ts'

interface RoomKeys {
  work: RoomWork
  scale: Scale
  /** Switched on by the person who writes. */
  isOn: boolean
  onHelp: () => void
  onSubmit: () => void
}

const FIELDS = 'textarea, select, input:not([type="checkbox"]):not([type="radio"])'

const go = (by: 1 | -1): void => {
  const stops = stopsIn(document)
  const here = stopAround(document.activeElement)
  const at = here ? stops.indexOf(here) : -1
  const next = here ? stops[at + by] : stops[0]
  next?.focus()
}

const FIELDS_OF_STOP = '[data-part="notes"], [data-part="summary"]'

/** What a wish does to the stop one is at. */
const write = (wish: KeyWish, stop: HTMLElement | null, work: RoomWork): void => {
  const competencyId = idIn(stop, 'competency')
  if (wish.kind === 'rate' && competencyId) work.change(setLevel(competencyId, wish.level))
  if (wish.kind !== 'evidence') return
  const told = competencyId ?? stop?.dataset['informs']
  if (told) work.addEvidence(told, idIn(stop, 'question'))
}

const act = (wish: KeyWish, { work, onHelp, onSubmit }: RoomKeys): void => {
  const stop = stopAround(document.activeElement)
  if (wish.kind === 'go') go(wish.by)
  else if (wish.kind === 'leave') stop?.focus()
  else if (wish.kind === 'help') onHelp()
  else if (wish.kind === 'submit') onSubmit()
  else if (wish.kind === 'notes') stop?.querySelector<HTMLElement>(FIELDS_OF_STOP)?.focus()
  else if (work.mayWrite) write(wish, stop, work)
}

/** The whole scorecard without a mouse. */
export const useRoomKeys = (keys: RoomKeys): void => {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target, isComposing, defaultPrevented } = event
    if (isComposing || defaultPrevented || document.querySelector('[role="dialog"]')) return
    const inField = target instanceof Element && target.matches(FIELDS)
    const wish = wishOf({ ...pressed(event), inField }, keys.scale)
    if (!wish || (!keys.isOn && wish.kind !== 'submit' && wish.kind !== 'leave')) return
    event.preventDefault()
    act(wish, keys)
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

const pressed = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({ key, ctrlKey, metaKey, altKey })
