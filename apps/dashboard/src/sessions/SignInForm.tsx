import { signIn, type CurrentSession } from '@assay/contracts'
import type { ReactNode } from 'react'
import { requestSignedOut } from '../api/request.ts'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { showFieldErrors, useSchemaForm } from '../components/useSchemaForm.ts'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'

interface SignInFormProps {
  /** Fixed when someone signs in again over their page: it must be the same person. */
  email?: string
  submitLabel: string
  onSignedIn: (session: CurrentSession) => void
  children?: ReactNode
}

export const SignInForm = ({ email, submitLabel, onSignedIn, children }: SignInFormProps) => {
  const text = useText()
  const form = useSchemaForm(signIn, { email: email ?? '', password: '' })
  const { errors } = form.formState
  useFirstFocus(form, email ? 'password' : 'email')
  const submission = useSubmission<{ email: string; password: string }>(
    async (body) =>
      onSignedIn((await requestSignedOut<CurrentSession>('/sessions', { method: 'POST', body })).data),
    (problem) => {
      showFieldErrors(form, problem)
      if (problem.code === 'wrong_credentials') form.setFocus('password', { shouldSelect: true })
    },
  )
  return (
    <FormStack onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      <ProblemNotice problem={submission.problem} />
      <Field
        label={text('field.email')}
        type="email"
        autoComplete="username"
        readOnly={Boolean(email)}
        error={errors.email?.message}
        {...form.register('email')}
      />
      <PasswordField
        label={text('field.password')}
        autoComplete="current-password"
        error={errors.password?.message}
        {...form.register('password')}
      />
      {children}
      <SubmitButton sending={submission.sending} size="large">
        {submitLabel}
      </SubmitButton>
    </FormStack>
  )
}
