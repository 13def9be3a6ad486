import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef, useState } from 'react'
import { holdSession, useCurrentSession } from '../api/current-session.ts'
import { onSessionExpired } from '../api/sign-in-again.ts'
import { useText } from '../i18n/text.ts'
import { SignInForm } from './SignInForm.tsx'

type Settle = (goOn: boolean) => void

/** Waits for requests that find the session over, and holds them until the person has answered. */
const useExpiry = () => {
  const settle = useRef<Settle | null>(null)
  const [asking, setAsking] = useState(false)
  useEffect(
    () =>
      onSessionExpired(
        async () =>
          await new Promise<boolean>((resolve) => {
            settle.current = resolve
            setAsking(true)
          }),
      ),
    [],
  )
  const answer: Settle = (goOn) => {
    setAsking(false)
    settle.current?.(goOn)
  }
  return { asking, answer }
}

/**
 * The session ended in the middle of work: signing in happens over the page, which stays as it is, and what was
 * being sent is sent again. It must be the same person; anyone else leaves the page, and what is typed on it.
 */
export const SignInAgain = () => {
  const text = useText()
  const id = useId()
  const email = useCurrentSession()?.user.email
  const { asking, answer } = useExpiry()
  if (!asking || !email) return null
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{text('session.again.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography color="textSecondary">{text('session.again.lead')}</Typography>
        <SignInForm
          email={email}
          submitLabel={text('session.again.submit')}
          onSignedIn={(session) => {
            holdSession(session)
            answer(true)
          }}
        />
        <Button variant="text" color="secondary" onClick={() => answer(false)}>
          {text('session.again.leave')}
        </Button>
        <Typography variant="caption" color="textSecondary" sx={{ textAlign: 'center', mt: -1.5 }}>
          {text('session.again.leaveHint')}
        </Typography>
      </DialogContent>
    </Dialog>
  )
}
