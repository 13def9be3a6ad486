import { permissionsOf, renameUser, type Role, type User } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { loadSession, useCurrentSession } from '../api/current-session.ts'
import { request } from '../api/request.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { useRevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'
import { NameForm } from './NameForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'

const OWN = ['users', 'current'] as const

const OwnName = ({ user }: { user: User }) => {
  const text = useText()
  const notify = useNotify()
  const queries = useQueryClient()
  const revised = useRevisedForm({
    shape: renameUser,
    record: user,
    pick: ({ name }) => ({ name }),
    save: async (body, base) => {
      const { data } = await request<User>('/users/current', {
        method: 'PATCH',
        body,
        ifMatch: base.revision,
      })
      queries.setQueryData(OWN, data)
      await loadSession()
      notify('account.nameSaved')
      return data
    },
  })
  return <NameForm revised={revised} label={text('account.name')} />
}

const Rights = ({ role }: { role: Role }) => {
  const text = useText()
  return (
    <>
      <Typography variant="body2">{text('account.may', { role: text(`role.${role}`) })}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, fontSize: '0.875rem' }}>
        {permissionsOf(role).map((name) => (
          <li key={name}>{text(`permission.${name}`)}</li>
        ))}
      </Box>
    </>
  )
}

export const Profile = () => {
  const text = useText()
  const session = useCurrentSession()
  const { data, error, refetch } = useQuery({
    queryKey: OWN,
    queryFn: async ({ signal }) => (await request<User>('/users/current', { signal })).data,
  })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  // The session is read anew whenever rights may have changed; this record only when the page is opened.
  const role = session?.user.role ?? data.role
  return (
    <>
      <Section title={text('account.name')} about={text('account.nameAbout')}>
        <OwnName user={data} />
      </Section>
      <Section title={text('account.email')} about={text('account.emailAbout')}>
        <Typography sx={{ overflowWrap: 'anywhere' }}>{data.email}</Typography>
      </Section>
      <Section title={text('account.password')} about={text('account.passwordAbout')}>
        <PasswordForm email={data.email} />
      </Section>
      <Section title={text('account.mayTitle')}>
        <Rights role={role} />
      </Section>
    </>
  )
}
