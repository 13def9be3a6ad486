import { inviteUser, type Invitation, type InviteUser } from '@assay/contracts'
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
import { showFieldErrors, useSchemaForm } from '../components/useSchemaForm.ts'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'
import { InvitationLink } from './InvitationLink.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { useUserCommands } from './user-commands.ts'

const InviteForm = ({
  onInvited,
  onClose,
}: {
  onInvited: (made: Invitation) => void
  onClose: () => void
}) => {
  const text = useText()
  const commands = useUserCommands()
  const form = useSchemaForm(inviteUser, { name: '', email: '', role: 'interviewer' })
  const { errors } = form.formState
  useFirstFocus(form, 'name')
  const submission = useSubmission<InviteUser>(
    async (person) => onInvited(await commands.invite(person)),
    (problem) => showFieldErrors(form, problem),
  )
  return (
    <FormStack onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      <Typography color="textSecondary">{text('user.inviting.lead')}</Typography>
      <ProblemNotice problem={submission.problem} />
      <Field
        label={text('user.inviting.name')}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name')}
      />
      <Field
        label={text('user.inviting.email')}
        type="email"
        autoComplete="off"
        error={errors.email?.message}
        {...form.register('email')}
      />
      <RoleChoice field={form.register('role')} />
      <Typography
        component="div"
        sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}
      >
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending}>{text('user.inviting.submit')}</SubmitButton>
      </Typography>
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
