import { createContext, useContext } from 'react'
import type { DraftEngine } from './draft-engine.ts'
import type { HeldBack } from './outgoing-draft.ts'

export const DraftEngineContext = createContext<DraftEngine | null>(null)

/** It never changes while the page is open: what takes it from here is not drawn again for a keystroke elsewhere. */
export const useDraftEngine = (): DraftEngine => {
  const engine = useContext(DraftEngineContext)
  if (!engine) throw new Error('There is no draft around this.')
  return engine
}

export const HeldBackContext = createContext<readonly HeldBack[]>([])

/** Why the text at this place of the draft is not saved as it is written. */
export const useRefusal = (...path: readonly string[]): string | undefined => {
  const place = path.join('/')
  return useContext(HeldBackContext).find((one) => one.path.join('/') === place)?.because
}
