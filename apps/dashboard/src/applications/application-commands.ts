import type { Application, ApplicationCommand, ApplicationOutcomes, RejectionReason } from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

export const applicationAddress = (id: string): string => `/applications/${id}`
export const boardAddress = (jobId: string): string => `/jobs/${jobId}/board`
export const tableAddress = (jobId: string): string => `/jobs/${jobId}/applications`

/** Everything that shows where somebody stands. */
export const APPLICATIONS_KEY = ['applications']

export interface ApplicationCommands {
  /** Each for itself; what may not be done is told and left as it is. */
  carry: (ids: readonly string[], command: ApplicationCommand) => Promise<ApplicationOutcomes>
  /** The same, only told. */
  try: (ids: readonly string[], command: ApplicationCommand) => Promise<ApplicationOutcomes>
  undo: (changeSetId: string) => Promise<ApplicationOutcomes>
}

export const useApplicationCommands = (): ApplicationCommands => {
  const queries = useQueryClient()
  const post = async (path: string, body: object): Promise<ApplicationOutcomes> => {
    const { data } = await request<ApplicationOutcomes>(path, {
      method: 'POST',
      body,
      idempotencyKey: newKey(),
    })
    return data
  }
  const changing = async (work: Promise<ApplicationOutcomes>): Promise<ApplicationOutcomes> => {
    try {
      return await work
    } finally {
      await queries.invalidateQueries({ queryKey: APPLICATIONS_KEY })
    }
  }
  return {
    carry: async (ids, command) => await changing(post('/applications/command', { ids, command })),
    try: async (ids, command) => await post('/applications/command', { ids, command, dryRun: true }),
    undo: async (changeSetId) => await changing(post(`/application-change-sets/${changeSetId}/undo`, {})),
  }
}

export const useApplication = (id: string) =>
  useQuery({
    queryKey: [...APPLICATIONS_KEY, 'one', id],
    queryFn: async () => (await request<Application>(`/applications/${encodeURIComponent(id)}`)).data,
  })

/** The organization's reasons of one kind, those that are still in use. */
export const useReasons = (kind: RejectionReason['kind']): RejectionReason[] => {
  const filter = encodeURIComponent(JSON.stringify({ kind, archived: false }))
  const { data } = useQuery({
    queryKey: ['rejection-reasons', kind],
    queryFn: async () =>
      (await request<RejectionReason[]>(`/rejection-reasons?range=[0,499]&filter=${filter}`)).data,
  })
  return data ?? []
}
