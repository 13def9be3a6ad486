import type { InterviewTemplateVersion } from '@assay/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useUnsaved } from '../../components/useUnsaved.ts'
import type { DraftEngine } from './draft-engine.ts'
import type { DraftSnapshot } from './draft-snapshot.ts'
import { leaveDraft, openDraft } from './open-drafts.ts'
import type { LeftCopies } from './useLeftCopies.ts'
import { useRecovery } from './useRecovery.ts'

/** What is merely on its way is safe to leave behind; this waits for the server, or for the person. */
const atRisk = ({ save, conflicts, held }: DraftSnapshot): boolean =>
  save.kind === 'retrying' || save.kind === 'refused' || conflicts.length > 0 || held.length > 0

/** Everything that may end the page, or bring the connection back, saves at once. */
const useSavingMoments = (engine: DraftEngine): void => {
  useEffect(() => {
    const leave = () => void engine.flush(true)
    const hide = () => document.visibilityState === 'hidden' && leave()
    const retry = () => void engine.flush()
    const close = (event: BeforeUnloadEvent) => {
      if (engine.settled) return
      leave()
      event.preventDefault()
    }
    document.addEventListener('visibilitychange', hide)
    addEventListener('pagehide', leave)
    addEventListener('blur', retry)
    addEventListener('online', retry)
    addEventListener('beforeunload', close)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      removeEventListener('pagehide', leave)
      removeEventListener('blur', retry)
      removeEventListener('online', retry)
      removeEventListener('beforeunload', close)
    }
  }, [engine])
}

/** The draft of a version while it is written: it saves itself, and leaving loses nothing. */
export const useVersionDraft = (
  version: InterviewTemplateVersion,
  left: LeftCopies,
): { engine: DraftEngine; snapshot: DraftSnapshot } => {
  const queries = useQueryClient()
  const [engine] = useState(() => openDraft(version, { queries, keeps: left.keeps }))
  useEffect(() => engine.hear(version), [engine, version])
  useEffect(() => () => void leaveDraft(version.id, engine), [engine, version.id])
  useSavingMoments(engine)
  const snapshot = useSyncExternalStore(engine.subscribe, engine.snapshot)
  useRecovery(engine, snapshot, left.copies)
  useUnsaved(atRisk(snapshot), { kept: snapshot.device === 'kept' })
  return { engine, snapshot }
}
