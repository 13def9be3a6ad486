import { useCurrentSession } from '../api/current-session.ts'
import { pages, type PageLink } from './pages.ts'

/** The pages this person may open. */
export const usePages = (): PageLink[] => {
  const permissions = useCurrentSession()?.permissions ?? []
  return pages.filter(({ needs }) => needs === undefined || permissions.includes(needs))
}
