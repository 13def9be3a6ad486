import type { InterviewTemplate, Organization, User } from '@assay/contracts'
import { useQuery } from '@tanstack/react-query'
import { useGetList } from 'ra-core'
import { request } from '../api/request.ts'
import { ORGANIZATION } from '../organization/organization-query.ts'

export interface Step {
  name: 'people' | 'admin' | 'waiting' | 'timeZone' | 'review'
  done: boolean
  to: string
  values?: Record<string, unknown>
}

const IN_REVIEW = { status: 'in_review' }

const usersWhere = (filter: Partial<Pick<User, 'role' | 'status'>>): string =>
  `/users?filter=${encodeURIComponent(JSON.stringify(filter))}`

const useCount = (filter: Partial<Pick<User, 'role' | 'status'>>) =>
  useGetList<User>('users', {
    filter,
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'name', order: 'ASC' },
  })

/** What an admin has to see to, read off the state of things: no list that someone has to tick off. */
export const useFirstSteps = (): { steps: Step[]; error: unknown; isPending: boolean; retry: () => void } => {
  const all = useCount({})
  const admins = useCount({ role: 'admin', status: 'active' })
  const invited = useCount({ status: 'invited' })
  const inReview = useGetList<InterviewTemplate>('interview-templates', {
    filter: IN_REVIEW,
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'name', order: 'ASC' },
  })
  const settings = useQuery({
    queryKey: ORGANIZATION,
    queryFn: async ({ signal }) => (await request<Organization>('/organization', { signal })).data,
  })
  const queries = [all, admins, invited, inReview, settings]
  const waiting = invited.total ?? 0
  const zone = settings.data?.timeZone
  const steps: Step[] = [
    { name: 'people', done: (all.total ?? 0) > 1, to: '/users#invite' },
    { name: 'timeZone', done: zone !== 'UTC', to: '/organization', values: { zone } },
    { name: 'admin', done: (admins.total ?? 0) > 1, to: usersWhere({ status: 'active' }) },
    {
      name: 'waiting',
      done: waiting === 0,
      to: usersWhere({ status: 'invited' }),
      values: { smart_count: waiting },
    },
    {
      name: 'review',
      done: (inReview.total ?? 0) === 0,
      to: `/interview-templates?filter=${encodeURIComponent(JSON.stringify(IN_REVIEW))}`,
      values: { smart_count: inReview.total ?? 0 },
    },
  ]
  return {
    steps,
    error: queries.find(({ error }) => error)?.error ?? null,
    isPending: queries.some(({ isPending }) => isPending),
    retry: () => queries.forEach(({ refetch }) => void refetch()),
  }
}
