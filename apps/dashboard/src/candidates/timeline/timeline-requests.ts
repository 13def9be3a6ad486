import type { CandidateTimeline } from '@assay/contracts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { request } from '../../api/request.ts'
import { TIMELINE_KEY } from '../candidate-requests.ts'

/** A page at a time, each from where the one before ended. */
export const useTimeline = (candidateId: string) =>
  useInfiniteQuery({
    queryKey: [...TIMELINE_KEY, candidateId],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === null ? '' : `?${new URLSearchParams({ cursor: pageParam })}`
      return (await request<CandidateTimeline>(`/candidates/${candidateId}/timeline${query}`, { signal }))
        .data
    },
    getNextPageParam: ({ next }) => next,
  })
