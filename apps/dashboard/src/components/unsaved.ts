/** Something typed that is not saved, held by the form it stands in. */
interface Holder {
  /** It stays on this device when the page is left. */
  kept: boolean
}

/** What was about to happen; it waits until the person has said whether to go. */
type Leaving = () => void

/** What becomes of it when nothing is unsaved any more before the person has answered. */
type OnceSaved = 'forget' | 'go'

const holders = new Set<Holder>()
const listeners = new Set<() => void>()
let leaving: Leaving | null = null
let onceSaved: OnceSaved = 'forget'

const put = (next: Leaving | null): void => {
  leaving = next
  for (const listener of listeners) listener()
}

/** While it is held, leaving asks first. Gives back what lets go of it. */
export const holdUnsaved = ({ kept = false } = {}): (() => void) => {
  const holder: Holder = { kept }
  holders.add(holder)
  return () => {
    holders.delete(holder)
    // A moment later: what a field lets go of, its form may take up in the same breath.
    setTimeout(() => holders.size === 0 && leaving && (onceSaved === 'go' ? leaveAnyway() : put(null)))
  }
}

export const anythingUnsaved = (): boolean => holders.size > 0

/** Nothing would be lost by leaving: all of it stays on this device. */
export const allKept = (): boolean => [...holders].every(({ kept }) => kept)

/**
 * Does it at once when nothing can be lost, else after the person has agreed. A step to another page is forgotten when
 * the form has saved itself meanwhile, for a form goes on to a page of its own; what is wanted from every page is not.
 */
export const leaveBy = (go: Leaving, once: OnceSaved = 'forget'): void => {
  onceSaved = once
  if (anythingUnsaved()) put(go)
  else go()
}

export const leaveAnyway = (): void => {
  const go = leaving
  put(null)
  go?.()
}

export const stay = (): void => put(null)

export const pendingLeave = (): Leaving | null => leaving

export const onPendingLeave = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How many steps back or forward led here, by the number the router gives to each entry of the history. */
export const stepsFrom = (here: number | null, state: unknown): number => {
  const there = indexOf(state)
  return here === null || there === null ? 0 : there - here
}

export const indexOf = (state: unknown): number | null => {
  const index = state !== null && typeof state === 'object' && 'idx' in state ? state.idx : null
  return typeof index === 'number' ? index : null
}
