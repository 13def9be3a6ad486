import { inviteUser, type Invitation } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { InvitationLink } from './InvitationLink.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { useUserCommands } from './user-commands.ts'
import { useCommandForm } from '../components/useCommandForm.ts'

interface InviteFormProps {
  onInvited: (made: Invitation) => void
  onClose: () => void
}

const InviteForm = ({ onInvited, onClose }: InviteFormProps) => {
  const text = useText()
  const commands = useUserCommands()
  const { form, submission, submit, field } = useCommandForm({
    shape: inviteUser,
    start: { name: '', email: '', role: 'interviewer' },
    send: async (person) => onInvited(await commands.invite(person)),
  })
  useFirstFocus(form, 'name')
  useUnsaved(form.formState.isDirty)
  return (
    <FormStack onSubmit={submit}>
      <Typography color="textSecondary">{text('user.inviting.lead')}</Typography>
      <ProblemNotice problem={submission.problem} />
      <Field label={text('user.inviting.name')} autoComplete="off" {...field('name')} />
      <Field label={text('user.inviting.email')} type="email" autoComplete="off" {...field('email')} />
      <RoleChoice field={form.register('role')} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending}>{text('user.inviting.submit')}</SubmitButton>
      </Box>
    </FormStack>
  )
}

export const InviteDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText()
  const id = useId()
  const [made, setMade] = useState<Invitation | null>(null)
  return (
    <Dialog
      open
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onClose()}
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
    >
      <DialogTitle id={id}>
        {made ? text('user.inviting.doneTitle', { name: made.user.name }) : text('user.inviting.title')}
      </DialogTitle>
      <DialogContent>
        {made ? (
          <InvitationLink made={made} onClose={onClose} onAnother={() => setMade(null)} />
        ) : (
          <InviteForm onInvited={setMade} onClose={onClose} />
        )}
      </DialogContent>
    </Dialog>
  )
}
