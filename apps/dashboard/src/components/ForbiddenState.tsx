import LockOutlined from '@mui/icons-material/LockOutlined'
import { useCurrentSession } from '../api/current-session.ts'
import { useText } from '../i18n/text.ts'
import { Blank } from './Blank.tsx'
import { HomeButton } from './HomeButton.tsx'
import { usePageTitle } from './usePageTitle.ts'

export const ForbiddenState = () => {
  const text = useText()
  const session = useCurrentSession()
  usePageTitle(text('state.forbiddenTitle'))
  return (
    <Blank icon={LockOutlined} heading="h1" title={text('state.forbiddenTitle')} action={<HomeButton />}>
      {session &&
        text('state.forbiddenText', {
          role: text(`role.${session.user.role}`),
          organization: session.organization.name,
        })}
    </Blank>
  )
}
