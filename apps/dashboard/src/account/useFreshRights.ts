import { useLogoutIfAccessDenied } from 'ra-core'
import { useEffect } from 'react'
import { heldSession, loadSession } from '../api/current-session.ts'
import { onRefusal } from '../api/request.ts'

/** Coming back and being refused once more within this time is one reason to ask, not several. */
const ASKED_LATELY = 2_000

/** A role may be changed while its page stands open: it is read anew when something is refused, and on coming back. */
export const useFreshRights = (): void => {
  const leaveIfOver = useLogoutIfAccessDenied()
  useEffect(() => {
    let askedAt = 0
    const ask = () => {
      if (heldSession() === null || Date.now() - askedAt < ASKED_LATELY) return
      askedAt = Date.now()
      loadSession().catch(leaveIfOver)
    }
    const forget = onRefusal(ask)
    addEventListener('focus', ask)
    return () => {
      forget()
      removeEventListener('focus', ask)
    }
  }, [leaveIfOver])
}
