import { holdSession, useCurrentSession } from '../api/current-session.ts'
import { SignInDialog } from './SignInDialog.tsx'
import { useSessionExpiry } from './useSessionExpiry.ts'

/**
 * The session ended in the middle of work: signing in happens over the page, which stays as it is, and what was
 * being sent is sent again. It must be the same person; anyone else leaves the page, and what is typed on it.
 */
export const SignInAgain = () => {
  const email = useCurrentSession()?.user.email
  const { asking, answer } = useSessionExpiry()
  if (!asking || email === undefined) return null
  return (
    <SignInDialog
      email={email}
      onSignedIn={(session) => {
        holdSession(session)
        answer(true)
      }}
      onLeave={() => answer(false)}
    />
  )
}
