import Box from '@mui/material/Box'
import { NavLink, Route, Routes } from 'react-router'
import { ApiTokenList } from '../api-tokens/ApiTokenList.tsx'
import { useCurrentSession } from '../api/current-session.ts'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Page } from '../components/Page.tsx'
import { useText, type TextKey } from '../i18n/text.ts'
import { Profile } from './Profile.tsx'
import { SessionList } from './SessionList.tsx'

const tabs: readonly { to: string; label: TextKey }[] = [
  { to: '/account', label: 'account.profile' },
  { to: '/account/sessions', label: 'account.sessions' },
  { to: '/account/api-tokens', label: 'account.tokens' },
]

const tab = {
  px: 0.5,
  py: 1,
  color: 'text.secondary',
  fontWeight: 600,
  fontSize: '0.875rem',
  textDecoration: 'none',
  whiteSpace: 'nowrap',
  borderBottom: '2px solid transparent',
  '&:hover': { color: 'text.primary' },
  '&.active': { color: 'text.primary', borderColor: 'primary.main' },
} as const

/** Links, not tabs of a script: each part has its address, and going back works. */
const Tabs = () => {
  const text = useText()
  return (
    <Box
      component="nav"
      aria-label={text('account.tabs')}
      sx={{
        display: 'flex',
        overflowX: 'auto',
        columnGap: 2.5,
        mb: '-1px',
      }}
    >
      {tabs.map(({ to, label }) => (
        <Box key={to} component={NavLink} to={to} end sx={tab}>
          {text(label)}
        </Box>
      ))}
    </Box>
  )
}

export const AccountPage = () => {
  const text = useText()
  const email = useCurrentSession()?.user.email
  return (
    <Page title={text('account.title')} lead={text('account.lead', { email })}>
      <Tabs />
      <Routes>
        <Route index element={<Profile />} />
        <Route path="sessions" element={<SessionList />} />
        <Route path="api-tokens" element={<ApiTokenList />} />
        <Route path="*" element={<NotFoundState />} />
      </Routes>
    </Page>
  )
}
