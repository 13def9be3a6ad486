import { Route, Routes } from 'react-router'
import { ApiTokenList } from '../api-tokens/ApiTokenList.tsx'
import { useCurrentSession } from '../api/current-session.ts'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Page } from '../components/Page.tsx'
import { PageTabs } from '../components/PageTabs.tsx'
import { useText, type TextKey } from '../i18n/text.ts'
import { Profile } from './Profile.tsx'
import { SessionList } from './SessionList.tsx'

const tabs: readonly { to: string; label: TextKey }[] = [
  { to: '/account', label: 'account.profile' },
  { to: '/account/sessions', label: 'account.sessions' },
  { to: '/account/api-tokens', label: 'account.tokens' },
]

export const AccountPage = () => {
  const text = useText()
  const email = useCurrentSession()?.user.email
  return (
    <Page title={text('account.title')} lead={text('account.lead', { email })}>
      <PageTabs
        label={text('account.tabs')}
        tabs={tabs.map(({ to, label }) => ({ to, label: text(label) }))}
      />
      <Routes>
        <Route index element={<Profile />} />
        <Route path="sessions" element={<SessionList />} />
        <Route path="api-tokens" element={<ApiTokenList />} />
        <Route path="*" element={<NotFoundState />} />
      </Routes>
    </Page>
  )
}
