import type { CurrentSession, signIn } from '@assay/contracts'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { requestSignedOut } from '../api/request.ts'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useText } from '../i18n/text.ts'
import { useCommandForm } from '../components/useCommandForm.ts'

interface SignInFormProps {
  /** Fixed when someone signs in again over their page: it must be the same person. */
  email?: string
  submitLabel: string
  onSignedIn: (session: CurrentSession) => void
  children?: ReactNode
}

/** The fields say it themselves. */
const isAtFields = (problem: ApiProblem | null): boolean =>
  problem?.code === 'validation_failed' && ('email' in problem.errors || 'password' in problem.errors)

/** Nothing here is checked before the server does: the shapes that could are heavier than the page, which opens on phones. */
export const SignInForm = ({ email, submitLabel, onSignedIn, children }: SignInFormProps) => {
  const text = useText()
  const { form, submission, submit, field } = useCommandForm<typeof signIn>({
    shape: null,
    start: { email: email ?? '', password: '' },
    send: async (body) =>
      onSignedIn((await requestSignedOut<CurrentSession>('/sessions', { method: 'POST', body })).data),
    onProblem: ({ code }, { setFocus }) =>
      code === 'wrong_credentials' && setFocus('password', { shouldSelect: true }),
  })
  useFirstFocus(form, email ? 'password' : 'email')
  return (
    <FormStack onSubmit={submit}>
      <ProblemNotice problem={isAtFields(submission.problem) ? null : submission.problem} />
      <Field
        label={text('field.email')}
        type="email"
        autoComplete="username"
        readOnly={Boolean(email)}
        {...field('email')}
      />
      <PasswordField label={text('field.password')} autoComplete="current-password" {...field('password')} />
      {children}
      <SubmitButton sending={submission.sending} size="large">
        {submitLabel}
      </SubmitButton>
    </FormStack>
  )
}
