import { requestPasswordReset } from '@assay/contracts'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { requestSignedOut } from '../api/request.ts'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { Notice } from '../components/Notice.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useText } from '../i18n/text.ts'
import { FrontPage } from './FrontPage.tsx'
import { useSetupState } from './useSetupState.ts'
import { useCommandForm } from '../components/useCommandForm.ts'

const RequestForm = ({ onSent }: { onSent: (email: string) => void }) => {
  const text = useText()
  const { form, submission, submit, field } = useCommandForm({
    shape: requestPasswordReset,
    start: { email: '' },
    send: async (body) => {
      await requestSignedOut('/password-resets', { method: 'POST', body })
      onSent(body.email)
    },
  })
  useFirstFocus(form, 'email')
  return (
    <FormStack onSubmit={submit}>
      <ProblemNotice problem={submission.problem} />
      <Field label={text('field.email')} type="email" autoComplete="username" {...field('email')} />
      <SubmitButton sending={submission.sending} size="large">
        {text('session.forgotten.submit')}
      </SubmitButton>
    </FormStack>
  )
}

const Sent = ({ email, onAgain }: { email: string; onAgain: () => void }) => {
  const text = useText()
  return (
    <Notice
      kind="success"
      title={text('session.forgotten.sentTitle')}
      action={
        <Button size="small" variant="outlined" onClick={onAgain}>
          {text('session.forgotten.another')}
        </Button>
      }
    >
      {text('session.forgotten.sent', { email })}
    </Notice>
  )
}

export const ForgottenPasswordPage = () => {
  const text = useText()
  const state = useSetupState()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const noMail = state !== null && !state.mail
  const body = () => {
    if (noMail) {
      return (
        <Notice kind="info" title={text('session.forgotten.noMailTitle')}>
          {text('session.forgotten.noMail')}
        </Notice>
      )
    }
    return sentTo ? (
      <Sent email={sentTo} onAgain={() => setSentTo(null)} />
    ) : (
      <RequestForm onSent={setSentTo} />
    )
  }
  return (
    <FrontPage
      title={text('session.forgotten.title')}
      lead={noMail || sentTo ? undefined : text('session.forgotten.lead')}
    >
      {body()}
      <TextLink to="/sign-in" variant="body2">
        {text('session.forgotten.back')}
      </TextLink>
    </FrontPage>
  )
}
