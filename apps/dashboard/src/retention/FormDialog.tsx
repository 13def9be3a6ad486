import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type FormEvent, type ReactNode } from 'react'
import { FormStack } from '../components/FormStack.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useText } from '../i18n/text.ts'

interface FormDialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A question with fields. It closes by its buttons and by Escape, not by a click beside it: what was typed would be lost. */
export const FormDialog = ({ title, onClose, children }: FormDialogProps) => {
  const id = useId()
  return (
    <Dialog
      open
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onClose()}
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
    >
      <DialogTitle id={id} sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </DialogTitle>
      <DialogContent>{children}</DialogContent>
    </Dialog>
  )
}

interface FormBodyProps {
  onSubmit: (event: FormEvent) => void
  onClose: () => void
  verb: string
  sending: boolean
  grave?: boolean
  /** What is missing before it can be sent. */
  missing?: string | false
  children: ReactNode
}

export const FormBody = ({ onSubmit, onClose, verb, sending, grave, missing, children }: FormBodyProps) => {
  const text = useText()
  return (
    <FormStack onSubmit={onSubmit}>
      {children}
      <Box
        sx={{ display: 'flex', justifyContent: 'flex-end', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}
      >
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={sending} color={grave ? 'error' : 'primary'} missing={missing} wordsFirst>
          {verb}
        </SubmitButton>
      </Box>
    </FormStack>
  )
}
