import { useSyncExternalStore } from 'react'

/** Search, the list of keys, or nothing. */
export type Palette = 'search' | 'keys' | null

let shown: Palette = null
const listeners = new Set<() => void>()

export const openPalette = (palette: Palette): void => {
  shown = palette
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePalette = (): Palette => useSyncExternalStore(subscribe, () => shown)
