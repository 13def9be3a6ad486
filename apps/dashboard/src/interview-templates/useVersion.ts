import type { InterviewTemplateVersion } from '@assay/contracts'
import { useQuery } from '@tanstack/react-query'
import { request } from '../api/request.ts'

/** Where what was asked for is kept. */
export const versionKey = (id: string) => ['interview-template-versions', 'whole', id] as const

/**
 * One version with what it says. Asked for by itself: react-admin takes a row of a list for the whole record, and a list
 * of versions holds one line of each.
 */
export const useVersion = (id: string) =>
  useQuery({
    queryKey: versionKey(id),
    queryFn: async () => (await request<InterviewTemplateVersion>(`/interview-template-versions/${id}`)).data,
  })
