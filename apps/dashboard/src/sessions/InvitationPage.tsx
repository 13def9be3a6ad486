import { acceptInvitation, type CurrentSession, type invitationPreview } from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { holdSession } from '../api/current-session.ts'
import { requestSignedOut } from '../api/request.ts'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { NewPasswordField } from '../components/NewPasswordField.tsx'
import { Notice } from '../components/Notice.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { FrontPage } from './FrontPage.tsx'
import { HOME } from './return-address.ts'
import { useInvitationPreview } from './useInvitationPreview.ts'
import { useLinkToken } from './useLinkToken.ts'
import { Spinner } from '../components/Spinner.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'

type Preview = z.infer<typeof invitationPreview>

const useJoinForm = (token: string, name: string) => {
  const navigate = useNavigate()
  return useCommandForm({
    shape: acceptInvitation,
    start: { token, name, password: '' },
    send: async (body) => {
      const { data } = await requestSignedOut<CurrentSession>('/invitations/accept', { method: 'POST', body })
      holdSession(data)
      await navigate(HOME, { replace: true })
    },
  })
}

const JoinForm = ({ token, preview }: { token: string; preview: Preview }) => {
  const text = useText()
  const { form, submission, submit, field } = useJoinForm(token, preview.name)
  useFirstFocus(form, 'password')
  return (
    <FormStack onSubmit={submit}>
      <ProblemNotice problem={submission.problem} />
      <Field
        label={text('field.name')}
        autoComplete="name"
        hint={text('session.invitation.nameHint')}
        {...field('name')}
      />
      {/* Password managers store the pair only when they see both. */}
      <input type="hidden" autoComplete="username" value={preview.email} readOnly />
      <NewPasswordField
        label={text('field.password')}
        length={form.watch('password').length}
        {...field('password')}
      />
      <SubmitButton sending={submission.sending} size="large">
        {text('session.invitation.submit')}
      </SubmitButton>
      <Typography variant="body2" color="textSecondary">
        {text('session.invitation.until', { moment: formatMoment(preview.expiresAt) })}
      </Typography>
    </FormStack>
  )
}

const NotUsable = ({ why }: { why: 'missing' | 'invalid' }) => {
  const text = useText()
  return (
    <FrontPage title={text('session.invitation.titleLoading')}>
      <Notice kind="warning" title={text(`session.invitation.${why}Title`)}>
        {text(`session.invitation.${why}`)}
      </Notice>
      <TextLink to="/sign-in">{text('session.reset.toSignIn')}</TextLink>
    </FrontPage>
  )
}

export const InvitationPage = () => {
  const text = useText()
  const token = useLinkToken()
  const { preview, problem } = useInvitationPreview(token)
  if (!token) return <NotUsable why="missing" />
  if (problem?.code === 'link_invalid') return <NotUsable why="invalid" />
  if (!preview) {
    return (
      <FrontPage title={text('session.invitation.titleLoading')}>
        {problem ? <ProblemNotice problem={problem} /> : <Spinner size={24} label={text('slow.working')} />}
      </FrontPage>
    )
  }
  return (
    <FrontPage
      title={text('session.invitation.title', { organization: preview.organizationName })}
      lead={text('session.invitation.lead', { email: preview.email })}
    >
      <JoinForm token={token} preview={preview} />
    </FrontPage>
  )
}
