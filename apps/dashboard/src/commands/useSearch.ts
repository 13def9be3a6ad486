import type { Permission } from '@assay/contracts'
import { useGetList, type RaRecord } from 'ra-core'
import { useDeferredValue } from 'react'
import { usePermitted } from '../api/current-session.ts'

const ENOUGH = 2

interface Searched {
  resource: string
  needs: Permission
  /** What the few that are shown are ordered by. */
  by: string
}

export interface Search<Row> {
  found: Row[]
  searching: boolean
  failed: boolean
}

/** The first few of a resource whose words fit. */
export const useSearch = <Row extends RaRecord>(
  query: string,
  { resource, needs, by }: Searched,
): Search<Row> => {
  const mayRead = usePermitted(needs)
  const q = useDeferredValue(query.trim())
  const enabled = mayRead && q.length >= ENOUGH
  const { data, isFetching, isError } = useGetList<Row>(
    resource,
    { filter: { q }, sort: { field: by, order: 'ASC' }, pagination: { page: 1, perPage: 6 } },
    { enabled },
  )
  return { found: enabled ? (data ?? []) : [], searching: enabled && isFetching, failed: enabled && isError }
}
