import type {
  Interview,
  InterviewResumes,
  MyInterviews,
  Notice,
  ScheduleConflicts,
  ScheduleInterview,
  UpdateInterview,
  VersionContent,
} from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

export const interviewAddress = (id: string): string => `/interviews/${id}`

/** Where a scorecard is written. */
export const roomAddress = (scorecardId: string): string => `/scorecards/${scorecardId}/room`

const KEY = ['interviews']

const asked = <Data>(key: readonly unknown[], path: string) => ({
  queryKey: [...KEY, ...key],
  queryFn: async () => (await request<Data>(path)).data,
})

export const useInterview = (id: string) =>
  useQuery(asked<Interview>(['one', id], `/interviews/${encodeURIComponent(id)}`))

export const useKit = (id: string) =>
  useQuery(asked<VersionContent>(['kit', id], `/interviews/${encodeURIComponent(id)}/kit`))

export const useResumes = (id: string) =>
  useQuery(asked<InterviewResumes>(['resumes', id], `/interviews/${encodeURIComponent(id)}/resumes`))

export const useMyInterviews = () => useQuery(asked<MyInterviews>(['mine'], '/my-interviews'))

export const useInterviewsOf = (applicationId: string) => {
  const filter = encodeURIComponent(JSON.stringify({ applicationId }))
  return useQuery(asked<Interview[]>(['of', applicationId], `/interviews?range=[0,99]&filter=${filter}`))
}

export const useNews = () => {
  const filter = encodeURIComponent(JSON.stringify({ unread: true }))
  return useQuery(asked<Notice[]>(['news'], `/notices?range=[0,19]&filter=${filter}`))
}

/** Who is somewhere else then; asked while the form is filled in. */
export const useConflicts = (wanted: object | null) =>
  useQuery({
    queryKey: [...KEY, 'conflicts', wanted],
    enabled: wanted !== null,
    queryFn: async () =>
      (await request<ScheduleConflicts>('/interviews/conflicts', { method: 'POST', body: wanted })).data,
  })

/** What recruiters do with interviews. */
export const useInterviewCommands = () => {
  const queries = useQueryClient()
  const changing = async <Data>(work: Promise<{ data: Data }>): Promise<Data> => {
    const { data } = await work
    await queries.invalidateQueries({ queryKey: KEY })
    return data
  }
  const post = async <Data>(path: string, body: object): Promise<Data> =>
    await changing(request<Data>(path, { method: 'POST', body, idempotencyKey: newKey() }))
  return {
    schedule: async (facts: Partial<ScheduleInterview>) => await post<Interview>('/interviews', facts),
    change: async ({ id, revision }: Interview, change: UpdateInterview) =>
      await changing(
        request<Interview>(`/interviews/${id}`, { method: 'PATCH', body: change, ifMatch: revision }),
      ),
    end: async (id: string, verb: 'cancel' | 'did-not-happen', because: string) =>
      await post<Interview>(`/interviews/${id}/${verb}`, { because: because.trim() || null }),
    snooze: async (id: string, until: string, because: string) =>
      await post<undefined>(`/interviews/${id}/snooze`, { until, because }),
    readNews: async () => await post<undefined>('/notices/read', {}),
  }
}
