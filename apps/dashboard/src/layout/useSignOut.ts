import { useLogout, useNotify } from 'ra-core'
import { heldSession } from '../api/current-session.ts'
import { leaveBy } from '../components/unsaved.ts'
import { forgetDrafts, sendOrTell, sentAfterAll } from '../drafts/unsent-drafts.ts'
import { putSignOutQuestion, signOutQuestion } from './sign-out-question.ts'

/**
 * Ends the session on the server first: on a shared computer "signed out" must be true. What was written is sent before,
 * and nothing of it stays on the device afterwards; what cannot be sent is asked about, until it has been sent after all.
 */
export const useSignOut = (): (() => void) => {
  const logout = useLogout()
  const notify = useNotify()
  const end = async (userId: string): Promise<void> => {
    try {
      await logout({ wanted: true }, undefined, false)
    } catch {
      notify('layout.signOutFailed', { type: 'error' })
      return
    }
    await forgetDrafts(userId)
  }
  const ask = async (): Promise<void> => {
    const userId = heldSession()?.user.id ?? ''
    const unsent = await sendOrTell(userId)
    const signOut = async () => await end(userId)
    if (unsent.length > 0) {
      const question = { unsent, signOut }
      putSignOutQuestion(question)
      if (!(await sentAfterAll(userId, () => signOutQuestion() === question))) return
      putSignOutQuestion(null)
    }
    leaveBy(() => void signOut(), 'go')
  }
  return () => void ask()
}
