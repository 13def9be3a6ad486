import { createContext, useContext, useSyncExternalStore } from 'react'

/** Which questions and competencies are unfolded. Outside of the draft, so that folding draws one row only. */
export class OpenRows {
  readonly #open = new Set<string>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly has = (id: string): boolean => this.#open.has(id)

  readonly set = (id: string, open: boolean): void => {
    if (open) this.#open.add(id)
    else this.#open.delete(id)
    for (const listener of this.#listeners) listener()
  }
}

export const OpenRowsContext = createContext(new OpenRows())

export const useOpenRow = (id: string): { open: boolean; toggle: () => void } => {
  const rows = useContext(OpenRowsContext)
  const open = useSyncExternalStore(rows.subscribe, () => rows.has(id))
  return { open, toggle: () => rows.set(id, !open) }
}
