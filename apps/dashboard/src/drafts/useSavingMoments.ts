import { useEffect } from 'react'
import type { DraftEngine } from './draft-engine.ts'
import type { DraftParts } from './draft-kind.ts'

/** Everything that may end the page, or bring the connection back, saves at once. */
export const useSavingMoments = <Parts extends DraftParts>(engine: DraftEngine<Parts>): void => {
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
