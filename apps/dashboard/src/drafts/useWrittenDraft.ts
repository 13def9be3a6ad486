import { useEffect, useState, useSyncExternalStore } from 'react'
import { useUnsaved } from '../components/useUnsaved.ts'
import type { DraftEngine } from './draft-engine.ts'
import type { DraftParts } from './draft-kind.ts'
import type { DraftSnapshot } from './draft-snapshot.ts'
import type { OpenDrafts, Opening } from './open-drafts.ts'
import type { LeftCopies } from './useLeftCopies.ts'
import { useRecovery } from './useRecovery.ts'
import { useSavingMoments } from './useSavingMoments.ts'

/** What is merely on its way is safe to leave behind; this waits for the server, or for the person. */
const atRisk = <Parts extends DraftParts>({ save, conflicts, held }: DraftSnapshot<Parts>): boolean =>
  save.kind === 'retrying' || save.kind === 'refused' || conflicts.length > 0 || held.length > 0

/** A draft while it is written: it saves itself, and leaving loses nothing. */
export const useWrittenDraft = <Parts extends DraftParts>(
  drafts: OpenDrafts<Parts>,
  opening: Opening<Parts>,
  left: LeftCopies,
): { engine: DraftEngine<Parts>; snapshot: DraftSnapshot<Parts> } => {
  const { id, told } = opening
  const [engine] = useState(() => drafts.open(opening, left.keeps))
  useEffect(() => engine.hear(told), [engine, told])
  useEffect(() => () => void drafts.leave(id, engine), [drafts, engine, id])
  useSavingMoments(engine)
  const snapshot = useSyncExternalStore(engine.subscribe, engine.snapshot)
  useRecovery(engine, snapshot, left.copies)
  useUnsaved(atRisk(snapshot), { kept: snapshot.device === 'kept' })
  return { engine, snapshot }
}
