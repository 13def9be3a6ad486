import type { Scorecard, ScorecardContent, ScorecardsOfApplication } from '@assay/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../../api/request.ts'

const keyOf = (applicationId: string) => ['scorecards', 'of', applicationId]
const pathOf = (applicationId: string) => `/applications/${encodeURIComponent(applicationId)}`

export const scorecardsAddress = (applicationId: string): string =>
  `/applications/${applicationId}/scorecards`

export const useScorecardsOf = (applicationId: string) =>
  useQuery({
    queryKey: keyOf(applicationId),
    queryFn: async () => (await request<ScorecardsOfApplication>(`${pathOf(applicationId)}/scorecards`)).data,
  })

/** For an admin who owes, when it cannot wait. */
export const useBreakingGlass = (applicationId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (because: string) =>
      (
        await request<ScorecardsOfApplication>(`${pathOf(applicationId)}/break-glass`, {
          method: 'POST',
          body: { because },
          idempotencyKey: newKey(),
        })
      ).data,
    onSuccess: (answer) => queries.setQueryData(keyOf(applicationId), answer),
  })
}

export type ReopeningStep =
  | { verb: 'ask'; scorecardId: string; because: string }
  | { verb: 'agree' | 'withdraw'; id: string }
  | { verb: 'refuse'; id: string; because: string }

const stepOf = (step: ReopeningStep): { path: string; body?: object } => {
  if (step.verb === 'ask') {
    return { path: `/scorecards/${step.scorecardId}/reopenings`, body: { because: step.because } }
  }
  const path = `/scorecard-reopenings/${step.id}/${step.verb}`
  return step.verb === 'refuse' ? { path, body: { because: step.because } } : { path }
}

/** Asking that a scorecard is written anew, and answering. What else there is to read may change with it. */
export const useReopening = (applicationId: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (step: ReopeningStep) => {
      const { path, ...rest } = stepOf(step)
      await request<Scorecard>(path, { method: 'POST', idempotencyKey: newKey(), ...rest })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(applicationId) }),
  })
}

/** What it says now; null once the candidate was erased. */
export const contentOf = ({ revisions }: Scorecard): ScorecardContent | null => revisions[0]?.content ?? null

/** Ticked entries of a list, in its order. */
export const tickedOf = (
  list: readonly string[],
  ticks: Readonly<Record<string, true>> | undefined,
): string[] => list.filter((_entry, place) => ticks?.[String(place)])
