import { useLayoutEffect, useRef, useState, type Ref, type RefObject } from 'react'
import { useText } from '../i18n/text.ts'
import { moved } from './entry-list.ts'
import type { MovePart } from './MoveButtons.tsx'
import { useFocusInside, type Focusable } from './useFocusInside.ts'

interface ListEditing<Entry> {
  /** The element that holds the entries, each marked with `data-entry`. */
  inside: RefObject<HTMLDivElement | null>
  /** What just happened, for those who do not see it. */
  said: string
  move: (from: number, to: number, part: Part) => void
  /** Where the focus goes on: to removing the next, or to writing in the one before. */
  remove: (place: number, part: 'remove' | 'text') => void
  insert: (place: number, entries: readonly Entry[]) => void
}

type Part = MovePart | 'text'

interface Options<Entry> {
  value: readonly Entry[]
  onChange: (next: Entry[]) => void
  ref: Ref<Focusable> | undefined
}

/** Moving, removing and inserting, with the focus going along: entries have no ids, their place names them. */
export const useListEditing = <Entry>({ value, onChange, ref }: Options<Entry>): ListEditing<Entry> => {
  const text = useText()
  const inside = useFocusInside(ref)
  const [said, setSaid] = useState('')
  const following = useRef<{ place: number; part: Part } | null>(null)
  useLayoutEffect(() => {
    if (!following.current) return
    const { place, part } = following.current
    following.current = null
    const entry = inside.current?.querySelector(`[data-entry="${place}"]`)
    const target = entry?.querySelector<HTMLElement>(
      part === 'text' ? 'textarea:not([aria-hidden]), input' : `[data-part="${part}"]`,
    )
    const fallback = inside.current?.querySelector<HTMLElement>('[data-part="add"], select')
    ;(target ?? fallback)?.focus()
  })
  const change = (list: Entry[], place: number, part: Part, words: string) => {
    following.current = { place, part }
    setSaid(words)
    onChange(list)
  }
  return {
    inside,
    said,
    move: (from, to, part) => {
      if (to < 0 || to >= value.length) return
      const words = text('entryList.moved', { from: from + 1, to: to + 1, count: value.length })
      change(moved(value, from, to), to, part, words)
    },
    remove: (place, part) => {
      const words = text('entryList.removed', { place: place + 1 })
      const next = part === 'text' ? Math.max(0, place - 1) : Math.min(place, value.length - 2)
      change(value.toSpliced(place, 1), next, part, words)
    },
    insert: (place, entries) => {
      change(value.toSpliced(place, 0, ...entries), place + entries.length - 1, 'text', '')
    },
  }
}
