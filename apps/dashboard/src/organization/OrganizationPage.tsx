import type { Organization } from '@assay/contracts'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { ORGANIZATION } from './organization-query.ts'
import { OrganizationFrame } from './OrganizationFrame.tsx'
import { OrganizationForm } from './OrganizationForm.tsx'

const Settings = () => {
  const { data, error, refetch } = useQuery({
    queryKey: ORGANIZATION,
    queryFn: async ({ signal }) => (await request<Organization>('/organization', { signal })).data,
  })
  if (data) return <OrganizationForm organization={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}

export const OrganizationPage = () => (
  <OrganizationFrame part="settings">
    <Settings />
  </OrganizationFrame>
)
