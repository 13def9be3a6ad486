import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useNavigate, useSearchParams } from 'react-router'
import { holdSession } from '../api/current-session.ts'
import { Notice } from '../components/Notice.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { FrontPage } from './FrontPage.tsx'
import { HOME, returnAddress } from './return-address.ts'
import { SignInForm } from './SignInForm.tsx'
import { useSetupState } from './useSetupState.ts'

const Hints = ({ returning }: { returning: boolean }) => {
  const text = useText()
  const state = useSetupState()
  if (state?.needed) {
    return (
      <Notice kind="info" title={text('session.signIn.notSetUpTitle')}>
        {text('session.signIn.notSetUp')}
      </Notice>
    )
  }
  if (state?.demo) {
    return (
      <Notice kind="info" title={text('session.signIn.demoTitle')}>
        {text('session.signIn.demo')}
      </Notice>
    )
  }
  return returning ? <Typography color="textSecondary">{text('session.signIn.back')}</Typography> : null
}

export const SignInPage = () => {
  const text = useText()
  const navigate = useNavigate()
  const [query] = useSearchParams()
  const back = returnAddress(query.get('return'))
  return (
    <FrontPage title={text('session.signIn.title')}>
      <Hints returning={back !== HOME} />
      <SignInForm
        submitLabel={text('session.signIn.submit')}
        onSignedIn={(session) => {
          holdSession(session)
          void navigate(back, { replace: true })
        }}
      >
        <Box sx={{ mt: -1 }}>
          <TextLink to="/forgotten-password" variant="body2">
            {text('session.signIn.forgotten')}
          </TextLink>
        </Box>
      </SignInForm>
      <Typography variant="body2" color="textSecondary">
        {text('session.signIn.invited')}
      </Typography>
    </FrontPage>
  )
}
