import type { Permission } from '@assay/contracts'
import { useGetList, type RaRecord } from 'ra-core'
import { usePermitted } from '../api/current-session.ts'
import { usePaused } from '../components/usePaused.ts'

const ENOUGH = 2
const PAUSE_MS = 200

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

/**
 * The first few of a resource whose words fit, asked for once the typing pauses. A question that was overtaken is given
 * up: its answer never stands for another's.
 */
export const useSearch = <Row extends RaRecord>(
  query: string,
  { resource, needs, by }: Searched,
): Search<Row> => {
  const mayRead = usePermitted(needs)
  const typed = query.trim()
  const q = usePaused(typed, PAUSE_MS)
  const enabled = mayRead && q === typed && q.length >= ENOUGH
  const isAwaited = mayRead && typed.length >= ENOUGH
  const { data, isFetching, isError } = useGetList<Row>(
    resource,
    { filter: { q }, sort: { field: by, order: 'ASC' }, pagination: { page: 1, perPage: 6 } },
    { enabled },
  )
  return {
    found: enabled ? (data ?? []) : [],
    searching: isAwaited && (!enabled || isFetching),
    failed: enabled && isError,
  }
}
