import type { User } from '@assay/contracts'
import { useGetList } from 'ra-core'
import { useDeferredValue } from 'react'
import { usePermitted } from '../api/current-session.ts'

const ENOUGH = 2

/** The first few people whose name or address fits. */
export const usePeopleSearch = (query: string): { people: User[]; searching: boolean; failed: boolean } => {
  const mayRead = usePermitted('users.read')
  const q = useDeferredValue(query.trim())
  const enabled = mayRead && q.length >= ENOUGH
  const { data, isFetching, isError } = useGetList<User>(
    'users',
    { filter: { q }, sort: { field: 'name', order: 'ASC' }, pagination: { page: 1, perPage: 6 } },
    { enabled },
  )
  return { people: enabled ? (data ?? []) : [], searching: enabled && isFetching, failed: enabled && isError }
}
