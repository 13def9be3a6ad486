import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { z } from 'zod'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'

interface Names {
  name: string
  purpose?: string | undefined
}
type Naming = z.ZodType<Names, Names>

interface NamingDialogProps {
  title: string
  lead: string
  verb: string
  shape: Naming
  start: Names
  withPurpose?: boolean
  send: (facts: Names) => Promise<void>
  onClose: () => void
}

const NamingForm = ({
  lead,
  verb,
  shape,
  start,
  withPurpose,
  send,
  onClose,
}: Omit<NamingDialogProps, 'title'>) => {
  const text = useText()
  const { form, submission, submit, field } = useCommandForm({ shape, start, send })
  useFirstFocus(form, 'name')
  useUnsaved(form.formState.isDirty && !submission.sending)
  return (
    <FormStack onSubmit={submit}>
      <Typography color="textSecondary">{lead}</Typography>
      <ProblemNotice problem={submission.problem} />
      <Field
        label={text('templatePage.name')}
        hint={text('templatePage.nameHint')}
        autoComplete="off"
        {...field('name')}
      />
      {withPurpose && (
        <Field
          label={text('templatePage.purpose')}
          hint={text('templatePage.purposeHint')}
          multiline
          minRows={2}
          autoComplete="off"
          {...field('purpose')}
        />
      )}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending}>{verb}</SubmitButton>
      </Box>
    </FormStack>
  )
}

/** What a new template is called. */
export const NamingDialog = ({ title, onClose, ...naming }: NamingDialogProps) => {
  const id = useId()
  return (
    <Dialog
      open
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onClose()}
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <NamingForm {...naming} onClose={onClose} />
      </DialogContent>
    </Dialog>
  )
}
