import { createRejectionReason, reasonKinds } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useId, useState } from 'react'
import { Field } from '../components/Field.tsx'
import { ChoiceField } from '../components/form-fields.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { useReasonCommands } from './rejection-reason-requests.ts'

const AddForm = ({ onClose }: { onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const commands = useReasonCommands()
  const { form, submission, submit, field } = useCommandForm({
    shape: createRejectionReason,
    start: { name: '', kind: 'ours' },
    send: async (facts) => {
      await commands.create(facts)
      notify('rejectionReason.created')
      onClose()
    },
  })
  useFirstFocus(form, 'name')
  useUnsaved(form.formState.isDirty)
  return (
    <FormStack onSubmit={submit}>
      <Typography color="textSecondary">{text('rejectionReason.addLead')}</Typography>
      <ProblemNotice problem={submission.problem} />
      <Field label={text('rejectionReason.name')} autoComplete="off" {...field('name')} />
      <ChoiceField
        form={form}
        name="kind"
        label={text('rejectionReason.kind')}
        options={reasonKinds.map((value) => ({ value, label: text(`rejectionReason.kindOf.${value}`) }))}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending}>{text('rejectionReason.create')}</SubmitButton>
      </Box>
    </FormStack>
  )
}

/** One more reason for which applications end. */
export const AddReason = () => {
  const text = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button variant="contained" startIcon={<AddOutlined />} onClick={() => setOpen(true)}>
        {text('rejectionReason.add')}
      </Button>
      {open && (
        <Dialog
          open
          onClose={(_event, reason) => reason === 'escapeKeyDown' && close()}
          maxWidth="sm"
          fullWidth
          aria-labelledby={id}
        >
          <DialogTitle id={id}>{text('rejectionReason.addTitle')}</DialogTitle>
          <DialogContent>
            <AddForm onClose={close} />
          </DialogContent>
        </Dialog>
      )}
    </>
  )
}
