import { createContext, useContext, useLayoutEffect, useRef, useState } from 'react'

/** Tells where a thing went that was moved, and keeps the focus on the button that moved it. */
export interface Following {
  /** After the next drawing the focus is on that part of that row; `said` is read out. */
  follow: (rowId: string, part: string, said: string) => void
}

export const FollowingContext = createContext<Following>({ follow: () => undefined })

export const useFollowing = (): Following => useContext(FollowingContext)

/** For the page: what was said last, and the effect that puts the focus back. */
export const useFollowFocus = (): Following & { said: string } => {
  const [said, setSaid] = useState('')
  const waiting = useRef<{ rowId: string; part: string } | null>(null)
  useLayoutEffect(() => {
    if (!waiting.current) return
    const { rowId, part } = waiting.current
    waiting.current = null
    const row = document.querySelector(`[data-row="${rowId}"]`)
    const target = row?.querySelector<HTMLElement>(`[data-part="${part}"]`)
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest' })
  })
  const [follow] = useState(() => (rowId: string, part: string, words: string) => {
    waiting.current = { rowId, part }
    setSaid(words)
  })
  return { follow, said }
}
