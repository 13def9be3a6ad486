import { lazy, Suspense } from 'react'
import { usePermitted, useCurrentSession } from '../api/current-session.ts'
import { Page } from '../components/Page.tsx'
import { useText } from '../i18n/text.ts'
import { MyInterviews } from '../interviews/MyInterviews.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { Welcome } from './Welcome.tsx'

const WaitingDecisions = lazy(async () => ({
  default: (await import('../decisions/WaitingDecisions.tsx')).WaitingDecisions,
}))

const EVENING = 18
const NOON = 12

const partOfDay = () => {
  const hour = new Date().getHours()
  if (hour >= EVENING || hour < 4) return 'evening'
  return hour < NOON ? 'morning' : 'afternoon'
}

export const HomePage = () => {
  const text = useText()
  const session = useCurrentSession()
  const looksAfterPeople = usePermitted('users.manage')
  const mayApprove = usePermitted('decisions.approve')
  if (!session) return null
  const name = session.user.name.split(/\s+/u)[0] ?? session.user.name
  return (
    <Page title={text(`home.${partOfDay()}`, { name })} windowTitle={text('layout.home')}>
      {mayApprove && (
        <Suspense>
          <WaitingDecisions />
        </Suspense>
      )}
      <MyInterviews quiet={looksAfterPeople} />
      {looksAfterPeople ? <FirstSteps /> : <Welcome role={session.user.role} />}
    </Page>
  )
}
