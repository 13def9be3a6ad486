import { useLogout, useNotify } from 'ra-core'

/** Ends the session on the server first: on a shared computer "signed out" must be true. */
export const useSignOut = (): (() => void) => {
  const logout = useLogout()
  const notify = useNotify()
  return () => {
    logout({ wanted: true }, undefined, false).catch(() => notify('layout.signOutFailed', { type: 'error' }))
  }
}
