import Snackbar from '@mui/material/Snackbar'
import { useNotificationContext, useTakeUndoableMutation } from 'ra-core'
import { useEffect, useState } from 'react'
import { useText, type TextKey } from '../i18n/text.ts'

/** Short news at the lower edge, one after the other. What matters stays on the page itself. */
export const Notifications = () => {
  const text = useText()
  const { notifications, takeNotification } = useNotificationContext()
  const takeUndoable = useTakeUndoableMutation()
  const [current, setCurrent] = useState<ReturnType<typeof takeNotification>>()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (current || notifications.length === 0) return
    setCurrent(takeNotification())
    setOpen(true)
  }, [current, notifications, takeNotification])
  if (!current) return null
  const { message, notificationOptions } = current
  const leave = () => {
    if (notificationOptions?.undoable) takeUndoable()?.({ isUndo: false })
    setCurrent(undefined)
  }
  return (
    <Snackbar
      open={open}
      autoHideDuration={notificationOptions?.autoHideDuration ?? 5_000}
      onClose={(_event, reason) => reason !== 'clickaway' && setOpen(false)}
      slotProps={{ transition: { onExited: leave } }}
      message={
        typeof message === 'string'
          ? text(message as TextKey, { ...notificationOptions?.messageArgs, _: message })
          : message
      }
    />
  )
}
