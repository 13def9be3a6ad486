import { useLocation } from 'react-router'

/** The address of a list as it was left for one of its rows (see `LinkedRow`). */
export const useListAddress = (list: string): string => {
  const { list: search = '' } = (useLocation().state ?? {}) as { list?: string }
  return list + search
}
