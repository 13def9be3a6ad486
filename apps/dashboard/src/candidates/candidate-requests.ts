import type {
  Application,
  Candidate,
  candidateMerges,
  CreateCandidate,
  createdCandidate,
  CustomField,
  LikelyDuplicates,
  LikelyDuplicatesOf,
  MergeOutcome,
  UpdateCandidate,
} from '@assay/contracts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useGetList } from 'ra-core'
import type { z } from 'zod'
import { newKey, request } from '../api/request.ts'
import { APPLICATIONS_KEY } from '../applications/application-commands.ts'

export const CANDIDATES = '/candidates'
export const candidateAddress = (id: string): string => `${CANDIDATES}/${id}`

/** Also what `useGetOne` and `useGetList` keep candidates under. */
export const CANDIDATES_KEY = ['candidates']
/** Below the candidates: what is done to one is news there. */
export const TIMELINE_KEY = [...CANDIDATES_KEY, 'timeline']

/** The tags or sources that hold these letters, at most fifty. */
export const useCandidateWords = (words: 'tags' | 'sources', q: string): string[] => {
  const holding = q.trim().slice(0, 60)
  const { data } = useQuery({
    queryKey: [...CANDIDATES_KEY, words, holding],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = holding === '' ? '' : `?${new URLSearchParams({ q: holding })}`
      return (await request<string[]>(`/candidates/${words}${query}`)).data
    },
  })
  return data ?? []
}

/** The organization's own fields that are in use, in their order; undefined while they are awaited. */
export const useCustomFields = (): CustomField[] | undefined =>
  useGetList<CustomField>('custom-fields', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'position', order: 'ASC' },
    filter: { archived: false },
  }).data

export const useLikelyDuplicates = (wanted: LikelyDuplicatesOf | null) =>
  useQuery({
    queryKey: [...CANDIDATES_KEY, 'likely-duplicates', wanted],
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    queryFn: async () =>
      (await request<LikelyDuplicates>('/candidates/likely-duplicates', { method: 'POST', body: wanted }))
        .data,
  })

export const SHOWN_APPLICATIONS = 50

export const useApplicationsOf = (candidateId: string) => {
  const query = new URLSearchParams({
    filter: JSON.stringify({ candidateId }),
    sort: JSON.stringify(['appliedAt', 'DESC']),
    range: JSON.stringify([0, SHOWN_APPLICATIONS - 1]),
  })
  return useQuery({
    queryKey: [...APPLICATIONS_KEY, 'of-candidate', candidateId],
    queryFn: async () => (await request<Application[]>(`/applications?${query}`)).data,
  })
}

export const useMerges = (id: string) =>
  useQuery({
    queryKey: [...CANDIDATES_KEY, 'merges', id],
    queryFn: async () => (await request<z.infer<typeof candidateMerges>>(`/candidates/${id}/merges`)).data,
  })

/** What recruiters do with candidates. */
export const useCandidateCommands = () => {
  const queries = useQueryClient()
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: CANDIDATES_KEY })
    await queries.invalidateQueries({ queryKey: APPLICATIONS_KEY })
  }
  const post = async <Data>(path: string, body: object): Promise<Data> =>
    (await request<Data>(path, { method: 'POST', body, idempotencyKey: newKey() })).data
  const changing = async <Data>(work: Promise<Data>): Promise<Data> => {
    const data = await work
    await refresh()
    return data
  }
  return {
    create: async (facts: CreateCandidate) =>
      await changing(post<z.infer<typeof createdCandidate>>('/candidates', facts)),
    save: async ({ id, revision }: Candidate, change: UpdateCandidate) => {
      const path = `/candidates/${id}`
      return await changing(
        request<Candidate>(path, { method: 'PATCH', body: change, ifMatch: revision }).then(
          ({ data }) => data,
        ),
      )
    },
    apply: async (candidateId: string, jobId: string) =>
      await changing(post<Application>('/applications', { candidateId, jobId })),
    tryMerge: async (id: string, otherId: string) =>
      await post<MergeOutcome>(`/candidates/${id}/merge`, { otherId, dryRun: true }),
    merge: async (id: string, otherId: string) =>
      await changing(post<MergeOutcome>(`/candidates/${id}/merge`, { otherId })),
    unmerge: async (id: string, otherId: string) =>
      await changing(post<unknown>(`/candidates/${id}/unmerge`, { otherId })),
  }
}
