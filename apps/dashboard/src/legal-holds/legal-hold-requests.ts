import type { LegalHold, PlaceLegalHold } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'
import { RETENTION_KEY } from '../retention/retention-requests.ts'

/** Holds that stand: all, or those that concern a candidate. */
export const useStandingHolds = (candidateId?: string) =>
  useQuery({
    queryKey: [...RETENTION_KEY, 'holds', candidateId],
    queryFn: async ({ signal }) => {
      const filter = JSON.stringify({ standing: true, ...(candidateId && { candidateId }) })
      const query = new URLSearchParams({ filter, range: '[0,199]' })
      return (await request<LegalHold[]>(`/legal-holds?${query}`, { signal })).data
    },
  })

export const useHoldCommands = () => {
  const queries = useQueryClient()
  const post = async (path: string, body: object): Promise<LegalHold> => {
    const { data } = await request<LegalHold>(path, { method: 'POST', body, idempotencyKey: newKey() })
    await queries.invalidateQueries({ queryKey: RETENTION_KEY })
    return data
  }
  return {
    place: async (facts: PlaceLegalHold) => await post('/legal-holds', facts),
    lift: async (id: string, reason: string) => await post(`/legal-holds/${id}/lift`, { reason }),
  }
}
