import { useLogout, useNotify } from 'ra-core'
import { leaveBy } from '../components/unsaved.ts'

/** Ends the session on the server first: on a shared computer "signed out" must be true. */
export const useSignOut = (): (() => void) => {
  const logout = useLogout()
  const notify = useNotify()
  const signOut = () => {
    logout({ wanted: true }, undefined, false).catch(() => notify('layout.signOutFailed', { type: 'error' }))
  }
  return () => leaveBy(signOut)
}
