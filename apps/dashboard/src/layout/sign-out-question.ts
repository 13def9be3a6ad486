import type { UnsentText } from '../drafts/unsent-drafts.ts'

/** Somebody wants to sign out while the server does not have all that they wrote. */
export interface SignOutQuestion {
  unsent: readonly UnsentText[]
  signOut: () => Promise<void>
}

let question: SignOutQuestion | null = null
const listeners = new Set<() => void>()

export const putSignOutQuestion = (next: SignOutQuestion | null): void => {
  question = next
  for (const listener of listeners) listener()
}

export const signOutQuestion = (): SignOutQuestion | null => question

export const onSignOutQuestion = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
