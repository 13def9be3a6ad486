import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useSyncExternalStore } from 'react'
import { allKept, leaveAnyway, onPendingLeave, pendingLeave, stay } from '../components/unsaved.ts'
import { useText } from '../i18n/text.ts'

const focusWhenThere = (button: HTMLButtonElement | null): void => button?.focus()

/** Asks before something typed is lost, or left behind on this device. Staying is the safe answer: it has the focus, and Escape means it. */
export const LeaveDialog = () => {
  const text = useText()
  const id = useId()
  const pending = useSyncExternalStore(onPendingLeave, pendingLeave)
  if (!pending) return null
  const kept = allKept()
  return (
    <Dialog open onClose={stay} maxWidth="xs" fullWidth role="alertdialog" aria-labelledby={id}>
      <DialogTitle id={id}>{text(kept ? 'leave.keptTitle' : 'leave.title')}</DialogTitle>
      <DialogContent>{text(kept ? 'leave.keptText' : 'leave.text')}</DialogContent>
      <DialogActions>
        <Button color={kept ? 'primary' : 'error'} onClick={leaveAnyway}>
          {text(kept ? 'leave.keptLeave' : 'leave.leave')}
        </Button>
        <Button variant="contained" ref={focusWhenThere} onClick={stay}>
          {text('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
