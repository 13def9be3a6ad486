import { useEffect } from 'react'
import { holdUnsaved } from './unsaved.ts'

/**
 * Leaving with unsaved work asks first: here for pages and dialogs, in the browser for closing and reloading. `kept`: it
 * stays on this device, so the question says so.
 */
export const useUnsaved = (unsaved: boolean, { kept = false } = {}): void => {
  useEffect(() => {
    if (!unsaved) return
    const letGo = holdUnsaved({ kept })
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => {
      letGo()
      removeEventListener('beforeunload', warn)
    }
  }, [unsaved, kept])
}
