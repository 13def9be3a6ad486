import { id as userId, type User } from '@assay/contracts'
import Box from '@mui/material/Box'
import { useGetOne } from 'ra-core'
import { useParams } from 'react-router'
import { useCurrentSession, usePermitted } from '../api/current-session.ts'
import { BackTo } from '../components/BackTo.tsx'
import { EmailAddress } from '../components/EmailAddress.tsx'
import { NotFoundState } from '../components/NotFoundState.tsx'
import { Notice } from '../components/Notice.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { formatDate } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { UserAccess } from './UserAccess.tsx'
import { UserRename } from './UserRename.tsx'
import { UserRole } from './UserRole.tsx'
import { UserStatus } from './UserStatus.tsx'

const OwnNotice = () => {
  const text = useText()
  return (
    <Box sx={{ mb: 3 }}>
      <Notice
        kind="info"
        title={text('user.detail.ownTitle')}
        action={<TextLink to="/account">{text('user.detail.toAccount')}</TextLink>}
      >
        {text('user.detail.ownText')}
      </Notice>
    </Box>
  )
}

const Person = ({ user }: { user: User }) => {
  const text = useText()
  const own = useCurrentSession()?.user.id === user.id
  const mayManage = usePermitted('users.manage')
  const mayAudit = usePermitted('audit.read')
  const filter = encodeURIComponent(JSON.stringify({ subjectId: user.id }))
  return (
    <Page
      title={user.name}
      above={<BackTo to="/users">{text('user.back')}</BackTo>}
      lead={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
          <EmailAddress email={user.email} />
          <span>{text(`role.${user.role}`)}</span>
          <UserStatus user={user} />
          <span>{text('user.since', { day: formatDate(user.createdAt) })}</span>
        </Box>
      }
    >
      {own && <OwnNotice />}
      {mayManage && <UserRename user={user} key={user.id} />}
      {mayManage && !own && <UserRole user={user} key={`${user.id}-${user.role}`} />}
      {mayManage && !own && <UserAccess user={user} />}
      {mayAudit && <TextLink to={`/audit-events?filter=${filter}`}>{text('user.detail.history')}</TextLink>}
    </Page>
  )
}

const Loaded = ({ id }: { id: string }) => {
  const { data, error, refetch } = useGetOne<User>('users', { id })
  if (data) return <Person user={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}

/** What cannot be an id is nobody's: the server would call it a mistake in the request. */
export const UserShow = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="users.read">
      {userId.safeParse(id).success ? <Loaded id={id} /> : <NotFoundState />}
    </Permitted>
  )
}
