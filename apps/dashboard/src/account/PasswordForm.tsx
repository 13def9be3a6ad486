import { changePassword } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { newKey, request } from '../api/request.ts'
import { FormStack } from '../components/FormStack.tsx'
import { NewPasswordField } from '../components/NewPasswordField.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'

const usePasswordForm = () => {
  const notify = useNotify()
  const queries = useQueryClient()
  const command = useCommandForm({
    shape: changePassword,
    start: { currentPassword: '', newPassword: '' },
    send: async (body) => {
      await request('/users/current/password', { method: 'POST', body, idempotencyKey: newKey() })
      command.form.reset()
      notify('account.passwordSaved')
      await queries.invalidateQueries({ queryKey: ['sessions'] })
    },
    onProblem: ({ code }, form) => {
      if (code === 'wrong_password') form.setFocus('currentPassword', { shouldSelect: true })
    },
  })
  return command
}

export const PasswordForm = ({ email }: { email: string }) => {
  const text = useText()
  const { form, submission, submit, field } = usePasswordForm()
  // The old one may have been filled in by a password manager; a new one was thought of.
  useUnsaved(form.watch('newPassword') !== '')
  return (
    <FormStack onSubmit={submit}>
      <ProblemNotice problem={submission.problem} />
      {/* Password managers store the pair only when they see both. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={text('field.currentPassword')}
        autoComplete="current-password"
        {...field('currentPassword')}
      />
      <NewPasswordField
        label={text('field.newPassword')}
        length={form.watch('newPassword').length}
        {...field('newPassword')}
      />
      <Box>
        <SubmitButton sending={submission.sending}>{text('account.passwordSubmit')}</SubmitButton>
      </Box>
    </FormStack>
  )
}
