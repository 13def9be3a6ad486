import type { CreateRejectionReason, RejectionReason } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

/** Also what the choice of a reason is kept under. */
const REASONS_KEY = ['rejection-reasons']

/** All of them, archived ones too: there are few. */
export const useAllReasons = () =>
  useQuery({
    queryKey: [...REASONS_KEY, 'all'],
    queryFn: async ({ signal }) =>
      (await request<RejectionReason[]>('/rejection-reasons?range=[0,499]', { signal })).data,
  })

/** What admins do with the reasons for which applications end. */
export const useReasonCommands = () => {
  const queries = useQueryClient()
  const post = async (path: string, body?: CreateRejectionReason): Promise<RejectionReason> => {
    const outgoing = { method: 'POST', idempotencyKey: newKey(), ...(body && { body }) } as const
    const { data } = await request<RejectionReason>(`/rejection-reasons${path}`, outgoing)
    await queries.invalidateQueries({ queryKey: REASONS_KEY })
    return data
  }
  return {
    create: async (facts: CreateRejectionReason) => await post('', facts),
    archive: async (id: string) => await post(`/${id}/archive`),
    restore: async (id: string) => await post(`/${id}/restore`),
  }
}
