import type { Organization } from '@assay/contracts'
import { useQuery } from '@tanstack/react-query'
import { useCurrentSession } from '../api/current-session.ts'
import { request } from '../api/request.ts'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { ORGANIZATION } from './organization-query.ts'
import { OrganizationForm } from './OrganizationForm.tsx'

const Settings = () => {
  const { data, error, refetch } = useQuery({
    queryKey: ORGANIZATION,
    queryFn: async ({ signal }) => (await request<Organization>('/organization', { signal })).data,
  })
  if (data) return <OrganizationForm organization={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}

export const OrganizationPage = () => {
  const text = useText()
  const name = useCurrentSession()?.organization.name
  return (
    <Permitted permission="organization.update">
      <Page title={text('organization.title')} lead={text('organization.lead', { name })}>
        <Settings />
      </Page>
    </Permitted>
  )
}
