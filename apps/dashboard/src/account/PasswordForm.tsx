import { changePassword, type ChangePassword } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { newKey, request } from '../api/request.ts'
import { FormStack } from '../components/FormStack.tsx'
import { NewPasswordField } from '../components/NewPasswordField.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { showFieldErrors, useSchemaForm } from '../components/useSchemaForm.ts'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'

export const PasswordForm = ({ email }: { email: string }) => {
  const text = useText()
  const notify = useNotify()
  const queries = useQueryClient()
  const form = useSchemaForm(changePassword, { currentPassword: '', newPassword: '' })
  const { errors } = form.formState
  const submission = useSubmission<ChangePassword>(
    async (body) => {
      await request('/users/current/password', { method: 'POST', body, idempotencyKey: newKey() })
      form.reset()
      notify('account.passwordSaved')
      await queries.invalidateQueries({ queryKey: ['sessions'] })
    },
    (problem) => {
      showFieldErrors(form, problem)
      if (problem.code === 'wrong_password') form.setFocus('currentPassword', { shouldSelect: true })
    },
  )
  return (
    <FormStack
      label={text('account.password')}
      onSubmit={(event) => void form.handleSubmit(submission.send)(event)}
    >
      <ProblemNotice problem={submission.problem} />
      {/* Password managers store the pair only when they see both. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <PasswordField
        label={text('field.currentPassword')}
        autoComplete="current-password"
        error={errors.currentPassword?.message}
        {...form.register('currentPassword')}
      />
      <NewPasswordField
        label={text('field.newPassword')}
        length={form.watch('newPassword').length}
        error={errors.newPassword?.message}
        {...form.register('newPassword')}
      />
      <Box>
        <SubmitButton sending={submission.sending}>{text('account.passwordSubmit')}</SubmitButton>
      </Box>
    </FormStack>
  )
}
