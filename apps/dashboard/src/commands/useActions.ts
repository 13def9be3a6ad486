import { useColorScheme } from '@mui/material/styles'
import { useNavigate } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { useText } from '../i18n/text.ts'
import { useSignOut } from '../layout/useSignOut.ts'

export interface Action {
  label: string
  run: () => void
}

const modes = ['light', 'dark', 'system'] as const

/** What one can do from anywhere. */
export const useActions = (): Action[] => {
  const text = useText()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { setMode } = useColorScheme()
  const mayInvite = usePermitted('users.manage')
  const mayVerify = usePermitted('audit.read')
  const to = (address: string) => () => void navigate(address)
  return [
    ...(mayInvite ? [{ label: text('command.invite'), run: to('/users#invite') }] : []),
    ...(mayVerify ? [{ label: text('command.verifyAudit'), run: to('/audit-events#verify') }] : []),
    { label: text('command.changePassword'), run: to('/account') },
    { label: text('command.mySessions'), run: to('/account/sessions') },
    ...modes.map((mode) => ({
      label: `${text('scheme.title')}: ${text(`scheme.${mode}`)}`,
      run: () => setMode(mode),
    })),
    { label: text('layout.signOut'), run: signOut },
  ]
}
