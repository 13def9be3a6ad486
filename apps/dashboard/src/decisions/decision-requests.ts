import type { Decision, MakeDecision, PresentSnapshot, SupersedeDecision } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'
import { APPLICATIONS_KEY } from '../applications/application-commands.ts'

const KEY = ['decisions']
/** Those that wait are among the latest. */
const LATEST = 100

export const decisionAddress = (applicationId: string): string => `/applications/${applicationId}/decision`

/** What a decision made now would rest on. Only asked for again when somebody asks: it does not change under a form. */
export const useSnapshot = (applicationId: string) =>
  useQuery({
    queryKey: [...KEY, 'snapshot', applicationId],
    queryFn: async () =>
      (await request<PresentSnapshot>(`/applications/${encodeURIComponent(applicationId)}/decision-snapshot`))
        .data,
    staleTime: Infinity,
    gcTime: 0,
  })

const listed = async (query: string): Promise<Decision[]> =>
  (await request<Decision[]>(`/decisions?${query}`)).data

/** About one application, the latest first. */
export const useDecisionsOf = (applicationId: string) =>
  useQuery({
    queryKey: [...KEY, 'of', applicationId],
    queryFn: async () =>
      await listed(`sort=["madeAt","DESC"]&filter=${encodeURIComponent(JSON.stringify({ applicationId }))}`),
  })

/** Those to which whoever is signed in may agree now. */
export const useWaitingDecisions = () =>
  useQuery({
    queryKey: [...KEY, 'waiting'],
    queryFn: async () => {
      const latest = await listed(`sort=["madeAt","DESC"]&range=[0,${LATEST - 1}]`)
      return latest.filter(({ state, may }) => state === 'waiting' && may.approve.allowed)
    },
  })

/** What people do with decisions. Applications follow them, so all that is shown of either is asked for anew. */
export const useDecisionCommands = () => {
  const queries = useQueryClient()
  const post = async (path: string, body?: object): Promise<Decision> => {
    const { data } = await request<Decision>(`/decisions${path}`, {
      method: 'POST',
      idempotencyKey: newKey(),
      ...(body && { body }),
    })
    await Promise.all(
      [KEY, APPLICATIONS_KEY].map(async (queryKey) => await queries.invalidateQueries({ queryKey })),
    )
    return data
  }
  return {
    make: async (facts: MakeDecision) => await post('', facts),
    supersede: async (id: string, facts: SupersedeDecision) => await post(`/${id}/supersede`, facts),
    approve: async (id: string) => await post(`/${id}/approve`),
    refuse: async (id: string, because: string) => await post(`/${id}/refuse`, { because }),
  }
}
