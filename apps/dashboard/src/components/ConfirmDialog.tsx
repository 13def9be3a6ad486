import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { SubmitButton } from './SubmitButton.tsx'
import { useSubmission } from './useSubmission.ts'

interface ConfirmDialogProps {
  title: string
  /** The consequences, in words, before anything happens. */
  children: ReactNode
  /** The verb itself, never "OK". */
  verb: string
  grave?: boolean
  /** Does it; the dialog closes after the server has agreed. */
  work: () => Promise<void>
  onClose: () => void
}

export const ConfirmDialog = ({
  title,
  children,
  verb,
  grave = false,
  work,
  onClose,
}: ConfirmDialogProps) => {
  const text = useText()
  const id = useId()
  const submission = useSubmission(async () => {
    await work()
    onClose()
  })
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography component="div">{children}</Typography>
        <ProblemNotice problem={submission.problem} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton
          type="button"
          color={grave ? 'error' : 'primary'}
          sending={submission.sending}
          onClick={() => void submission.send()}
        >
          {verb}
        </SubmitButton>
      </DialogActions>
    </Dialog>
  )
}
