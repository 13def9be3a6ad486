import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useSyncExternalStore } from 'react'
import { leaveAnyway, onPendingLeave, pendingLeave, stay } from '../components/unsaved.ts'
import { useText } from '../i18n/text.ts'

const focusWhenThere = (button: HTMLButtonElement | null): void => button?.focus()

/** Asks before something typed is lost. Staying is the safe answer: it has the focus, and Escape means it. */
export const LeaveDialog = () => {
  const text = useText()
  const id = useId()
  const pending = useSyncExternalStore(onPendingLeave, pendingLeave)
  if (!pending) return null
  return (
    <Dialog open onClose={stay} maxWidth="xs" fullWidth role="alertdialog" aria-labelledby={id}>
      <DialogTitle id={id}>{text('leave.title')}</DialogTitle>
      <DialogContent>{text('leave.text')}</DialogContent>
      <DialogActions>
        <Button color="error" onClick={leaveAnyway}>
          {text('leave.leave')}
        </Button>
        <Button variant="contained" ref={focusWhenThere} onClick={stay}>
          {text('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
