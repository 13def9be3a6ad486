import type { Candidate, EraseCandidate, Erasure, ErasureOutcome } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'
import { RETENTION_KEY } from '../retention/retention-requests.ts'

export const SHOWN_ERASURES = 50

export const useErasures = () =>
  useQuery({
    queryKey: [...RETENTION_KEY, 'erasures'],
    queryFn: async ({ signal }) =>
      (await request<Erasure[]>(`/erasures?range=[0,${SHOWN_ERASURES - 1}]`, { signal })).data,
  })

/** What would go, and what forbids it; asked anew each time somebody looks. */
export const useErasureTrial = ({ id }: Candidate) =>
  useQuery({
    queryKey: [...RETENTION_KEY, 'erasure-trial', id],
    gcTime: 0,
    queryFn: async () => {
      const body = { reason: 'asked', dryRun: true }
      return (await request<ErasureOutcome>(`/candidates/${id}/erase`, { method: 'POST', body })).data
    },
  })

export const useErase = () => {
  const queries = useQueryClient()
  return async ({ id, revision }: Candidate, facts: EraseCandidate): Promise<void> => {
    const outgoing = { method: 'POST', body: facts, ifMatch: revision, idempotencyKey: newKey() } as const
    await request<ErasureOutcome>(`/candidates/${id}/erase`, outgoing)
    // Nothing of the person stays in this page's memory either.
    queries.removeQueries({ type: 'inactive' })
    await queries.invalidateQueries()
  }
}
