import { createContext, useContext } from 'react'
import type { HeldBack } from '../../drafts/draft-kind.ts'
import type { DraftSnapshot, VersionEngine } from './version-kind.ts'

export const DraftEngineContext = createContext<VersionEngine | null>(null)

/** It never changes while the page is open: what takes it from here is not drawn again for a keystroke elsewhere. */
export const useDraftEngine = (): VersionEngine => {
  const engine = useContext(DraftEngineContext)
  if (!engine) throw new Error('There is no draft around this.')
  return engine
}

export const DraftSnapshotContext = createContext<DraftSnapshot | null>(null)

/** The draft as it is at this moment: what takes it from here is drawn again for each change. */
export const useDraftSnapshot = (): DraftSnapshot => {
  const snapshot = useContext(DraftSnapshotContext)
  if (!snapshot) throw new Error('There is no draft around this.')
  return snapshot
}

export const HeldBackContext = createContext<readonly HeldBack[]>([])

/** Why the text at this place of the draft is not saved as it is written. */
export const useRefusal = (...path: readonly string[]): string | undefined => {
  const place = path.join('/')
  return useContext(HeldBackContext).find((one) => one.path.join('/') === place)?.because
}
