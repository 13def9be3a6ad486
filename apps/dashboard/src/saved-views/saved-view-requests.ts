import type { CreateSavedView, SavedView } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

const KEY = ['saved-views']

/** Where one is in the list, and which filters are shown, is no part of a view. */
const PASSING = ['page', 'perPage', 'displayedFilters']

/** Filters and order of a list's address, in one order, so that the same ones read the same. */
export const viewQuery = (search: string): string => {
  const query = new URLSearchParams(search)
  for (const name of PASSING) query.delete(name)
  if (query.get('filter') === '{}') query.delete('filter')
  query.sort()
  return query.toString()
}

export const useSavedViews = (resource: string): SavedView[] => {
  const query = new URLSearchParams({ filter: JSON.stringify({ resource }), range: '[0,49]' })
  const { data } = useQuery({
    queryKey: [...KEY, resource],
    queryFn: async () => (await request<SavedView[]>(`/saved-views?${query}`)).data,
  })
  return data ?? []
}

export const useSavedViewCommands = () => {
  const queries = useQueryClient()
  const refresh = async () => await queries.invalidateQueries({ queryKey: KEY })
  return {
    keep: async (facts: CreateSavedView) => {
      await request('/saved-views', { method: 'POST', body: facts, idempotencyKey: newKey() })
      await refresh()
    },
    remove: async (id: string) => {
      await request(`/saved-views/${id}`, { method: 'DELETE' })
      await refresh()
    },
  }
}
