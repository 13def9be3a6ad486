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

/** What it says now; null once the candidate was erased. */
export const contentOf = ({ revisions }: Scorecard): ScorecardContent | null => revisions[0]?.content ?? null

/** Ticked entries of a list, in its order. */
export const tickedOf = (
  list: readonly string[],
  ticks: Readonly<Record<string, true>> | undefined,
): string[] => list.filter((_entry, place) => ticks?.[String(place)])
