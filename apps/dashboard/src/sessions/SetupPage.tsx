import { setup, type CurrentSession } from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { currentSession, heldSession, holdSession } from '../api/current-session.ts'
import { requestSignedOut } from '../api/request.ts'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { NewPasswordField } from '../components/NewPasswordField.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useText } from '../i18n/text.ts'
import { FrontPage } from './FrontPage.tsx'
import { HOME } from './return-address.ts'
import { useLinkToken } from './useLinkToken.ts'
import { useSetupState } from './useSetupState.ts'
import type { ApiProblem } from '../api/problem.ts'
import { useCommandForm } from '../components/useCommandForm.ts'

const useSetupForm = (token: string) => {
  const navigate = useNavigate()
  return useCommandForm({
    shape: setup,
    start: { token, organizationName: '', name: '', email: '', password: '' },
    send: async (body) => {
      holdSession((await requestSignedOut<CurrentSession>('/setup', { method: 'POST', body })).data)
      await navigate(HOME, { replace: true })
    },
  })
}

const Trouble = ({ problem }: { problem: ApiProblem | null }) => {
  const text = useText()
  if (problem?.code !== 'link_invalid') return <ProblemNotice problem={problem} />
  return (
    <Notice kind="error" title={text('problem.link_invalid.title')}>
      {text('session.setup.expired')}
    </Notice>
  )
}

const SetupForm = ({ token }: { token: string }) => {
  const text = useText()
  const { form, submission, submit, field } = useSetupForm(token)
  useFirstFocus(form, 'organizationName')
  return (
    <FormStack onSubmit={submit}>
      <Trouble problem={submission.problem} />
      <Typography variant="h3" component="h2">
        {text('session.setup.organization')}
      </Typography>
      <Field
        label={text('field.organizationName')}
        autoComplete="organization"
        {...field('organizationName')}
      />
      <Typography variant="h3" component="h2" sx={{ mt: 1 }}>
        {text('session.setup.you')}
      </Typography>
      <Field label={text('field.name')} autoComplete="name" {...field('name')} />
      <Field label={text('field.email')} type="email" autoComplete="username" {...field('email')} />
      <NewPasswordField
        label={text('field.password')}
        length={form.watch('password').length}
        {...field('password')}
      />
      <SubmitButton sending={submission.sending} size="large">
        {text('session.setup.submit')}
      </SubmitButton>
    </FormStack>
  )
}

/** Null until the server has said whether anyone is signed in. */
const useSignedIn = (): boolean | null => {
  const [signedIn, setSignedIn] = useState(heldSession() ? true : null)
  useEffect(() => {
    let gone = false
    const settle = (answer: boolean) => () => {
      if (!gone) setSignedIn(answer)
    }
    currentSession().then(settle(true), settle(false))
    return () => {
      gone = true
    }
  }, [])
  return signedIn
}

/** Setup works once. Who comes back to it signed in has only gone a step too far. */
const SetUpAlready = () => {
  const text = useText()
  const signedIn = useSignedIn()
  if (signedIn === null) return <PageLoading />
  if (signedIn) return <Navigate to={HOME} replace />
  return (
    <FrontPage title={text('session.setup.title')}>
      <Notice kind="info" title={text('session.setup.doneTitle')}>
        {text('session.setup.done')}
      </Notice>
      <TextLink to="/sign-in">{text('session.reset.toSignIn')}</TextLink>
    </FrontPage>
  )
}

export const SetupPage = () => {
  const text = useText()
  const token = useLinkToken()
  const state = useSetupState()
  if (state && !state.needed) return <SetUpAlready />
  return (
    <FrontPage title={text('session.setup.title')} lead={token && text('session.setup.lead')}>
      {token ? (
        <SetupForm token={token} />
      ) : (
        <Notice kind="warning" title={text('session.setup.missingTitle')}>
          {text('session.setup.missing')}
        </Notice>
      )}
    </FrontPage>
  )
}
