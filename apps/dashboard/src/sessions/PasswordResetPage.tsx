import { acceptPasswordReset } from '@assay/contracts'
import { useState } from 'react'
import { requestSignedOut } from '../api/request.ts'
import { FormStack } from '../components/FormStack.tsx'
import { NewPasswordField } from '../components/NewPasswordField.tsx'
import { Notice } from '../components/Notice.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useText } from '../i18n/text.ts'
import { FrontPage } from './FrontPage.tsx'
import { useLinkToken } from './useLinkToken.ts'
import { useCommandForm } from '../components/useCommandForm.ts'

type Outcome = 'missing' | 'invalid' | 'done'

const ResetForm = ({ token, onOutcome }: { token: string; onOutcome: (outcome: Outcome) => void }) => {
  const text = useText()
  const { form, submission, submit, field } = useCommandForm({
    shape: acceptPasswordReset,
    start: { token, password: '' },
    send: async (body) => {
      await requestSignedOut('/password-resets/accept', { method: 'POST', body })
      onOutcome('done')
    },
    onProblem: ({ code }) => code === 'link_invalid' && onOutcome('invalid'),
  })
  useFirstFocus(form, 'password')
  return (
    <FormStack onSubmit={submit}>
      <ProblemNotice problem={submission.problem} />
      <NewPasswordField
        label={text('field.newPassword')}
        length={form.watch('password').length}
        {...field('password')}
      />
      <SubmitButton sending={submission.sending} size="large">
        {text('session.reset.submit')}
      </SubmitButton>
    </FormStack>
  )
}

const OutcomeNotice = ({ outcome }: { outcome: Outcome }) => {
  const text = useText()
  const link =
    outcome === 'done' ? (
      <TextLink to="/sign-in">{text('session.reset.toSignIn')}</TextLink>
    ) : (
      <TextLink to="/forgotten-password">{text('session.reset.again')}</TextLink>
    )
  return (
    <Notice
      kind={outcome === 'done' ? 'success' : 'warning'}
      title={text(`session.reset.${outcome}Title`)}
      action={link}
    >
      {text(`session.reset.${outcome}`)}
    </Notice>
  )
}

export const PasswordResetPage = () => {
  const text = useText()
  const token = useLinkToken()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const shown = outcome ?? (token ? null : 'missing')
  return (
    <FrontPage title={text('session.reset.title')} lead={shown ? undefined : text('session.reset.lead')}>
      {shown || !token ? (
        <OutcomeNotice outcome={shown ?? 'missing'} />
      ) : (
        <ResetForm token={token} onOutcome={setOutcome} />
      )}
    </FrontPage>
  )
}
