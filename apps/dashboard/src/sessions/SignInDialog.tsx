import type { CurrentSession } from '@assay/contracts'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useText } from '../i18n/text.ts'
import { SignInForm } from './SignInForm.tsx'

interface SignInDialogProps {
  /** Whose page it is: it must be the same person. Not told to somebody who may be another one. */
  email?: string
  onSignedIn: (session: CurrentSession) => void
  onLeave: () => void
}

/** Signing in over a page that stays as it is. */
export const SignInDialog = ({ email, onSignedIn, onLeave }: SignInDialogProps) => {
  const text = useText()
  const id = useId()
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{text('session.again.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography color="textSecondary">
          {text(email === undefined ? 'session.again.unknown' : 'session.again.lead')}
        </Typography>
        <SignInForm
          {...(email !== undefined && { email })}
          submitLabel={text('session.again.submit')}
          onSignedIn={onSignedIn}
        />
        <Button variant="text" color="secondary" onClick={onLeave}>
          {text('session.again.leave')}
        </Button>
        <Typography variant="caption" color="textSecondary" sx={{ textAlign: 'center', mt: -1.5 }}>
          {text(email === undefined ? 'session.again.leaveKept' : 'session.again.leaveHint')}
        </Typography>
      </DialogContent>
    </Dialog>
  )
}
