import Snackbar from '@mui/material/Snackbar'
import { useNotificationContext, useTakeUndoableMutation } from 'ra-core'
import { useState } from 'react'
import { useText, type TextKey } from '../i18n/text.ts'

/** Short news at the lower edge, one after the other. What matters stays on the page itself. */
export const Notifications = () => {
  const text = useText()
  const { notifications, takeNotification } = useNotificationContext()
  const takeUndoable = useTakeUndoableMutation()
  const [leaving, setLeaving] = useState(false)
  const current = notifications[0]
  if (!current) return null
  const { message, notificationOptions } = current
  const { undoable, autoHideDuration, messageArgs } = notificationOptions ?? {}
  const leave = () => {
    if (undoable) takeUndoable()?.({ isUndo: false })
    takeNotification()
    setLeaving(false)
  }
  return (
    <Snackbar
      open={!leaving}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      autoHideDuration={autoHideDuration ?? 5_000}
      onClose={(_event, reason) => reason !== 'clickaway' && setLeaving(true)}
      slotProps={{ transition: { onExited: leave } }}
      message={
        typeof message === 'string' ? text(message as TextKey, { ...messageArgs, _: message }) : message
      }
    />
  )
}
