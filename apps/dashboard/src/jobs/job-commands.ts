import type { CreateJob, Job, UpdateJob } from '@assay/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

export const JOBS = '/jobs'
export const jobAddress = (id: string): string => `${JOBS}/${id}`

export interface JobCommands {
  create: (facts: Partial<CreateJob>) => Promise<Job>
  save: (base: Job, change: UpdateJob) => Promise<Job>
  copy: (id: string, title: string) => Promise<Job>
  close: (id: string) => Promise<Job>
  reopen: (id: string) => Promise<Job>
}

/** What a recruiter does with openings. */
export const useJobCommands = (): JobCommands => {
  const queries = useQueryClient()
  const send = async (path: string, outgoing: Parameters<typeof request>[1]): Promise<Job> => {
    const { data } = await request<Job>(`/jobs${path}`, outgoing)
    await queries.invalidateQueries({ queryKey: ['jobs'] })
    return data
  }
  const post = async (path: string, body?: unknown) =>
    await send(path, { method: 'POST', idempotencyKey: newKey(), ...(body === undefined ? {} : { body }) })
  return {
    create: async (facts) => await post('', facts),
    save: async (base, change) =>
      await send(`/${base.id}`, { method: 'PATCH', body: change, ifMatch: base.revision }),
    copy: async (id, title) => await post(`/${id}/copy`, { title }),
    close: async (id) => await post(`/${id}/close`),
    reopen: async (id) => await post(`/${id}/reopen`),
  }
}
