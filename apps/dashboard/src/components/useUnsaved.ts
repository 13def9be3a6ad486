import { useEffect } from 'react'
import { holdUnsaved } from './unsaved.ts'

/** Leaving with unsaved work asks first: here for pages and dialogs, in the browser for closing and reloading. */
export const useUnsaved = (unsaved: boolean): void => {
  useEffect(() => {
    if (!unsaved) return
    const letGo = holdUnsaved()
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => {
      letGo()
      removeEventListener('beforeunload', warn)
    }
  }, [unsaved])
}
