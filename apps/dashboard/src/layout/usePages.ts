import type { Permission } from '@assay/contracts'
import { useCurrentSession } from '../api/current-session.ts'
import { pages, type PageLink } from './pages.ts'

/** The pages this person may open. */
export const usePages = (): PageLink[] => {
  const permissions = useCurrentSession()?.permissions ?? []
  const has = (permission?: Permission) => permission !== undefined && permissions.includes(permission)
  return pages.filter(({ needs, unless }) => (needs === undefined || has(needs)) && !has(unless))
}
