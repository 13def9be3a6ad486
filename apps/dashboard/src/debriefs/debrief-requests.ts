import type { Debrief, Recommendation, VotePhase } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

const keyOf = (applicationId: string) => ['debriefs', 'of', applicationId]

export const debriefAddress = (applicationId: string): string => `/applications/${applicationId}/debrief`

export const useDebrief = (applicationId: string) =>
  useQuery({
    queryKey: keyOf(applicationId),
    queryFn: async () =>
      (await request<Debrief>(`/applications/${encodeURIComponent(applicationId)}/debrief`)).data,
  })

/** What is done in a debrief; each answers with the whole of it as it stands then. */
export const useDebriefCommands = (applicationId: string, id: string) => {
  const queries = useQueryClient()
  const take = (debrief: Debrief): Debrief => {
    queries.setQueryData(keyOf(applicationId), debrief)
    return debrief
  }
  const post = async (verb: string, body?: object): Promise<Debrief> => {
    const { data } = await request<Debrief>(`/debriefs/${id}/${verb}`, {
      method: 'POST',
      idempotencyKey: newKey(),
      ...(body && { body }),
    })
    return take(data)
  }
  return {
    vote: async (phase: VotePhase, value: Recommendation) => await post('votes', { phase, value }),
    step: async (verb: 'begin-talking' | 'close' | 'reopen') => await post(verb),
    write: async (notes: string, ifMatch: number): Promise<Debrief> =>
      take((await request<Debrief>(`/debriefs/${id}`, { method: 'PATCH', body: { notes }, ifMatch })).data),
  }
}
