import type {
  AddRetentionRule,
  ExtendRetention,
  RetentionDue,
  RetentionExtension,
  RetentionRule,
} from '@assay/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

/** Whatever says how long something is kept: rules, who is due, holds, erasures. */
export const RETENTION_KEY = ['retention']
export const RETENTION = '/organization/retention'
export const SHOWN_DUE = 100

const listed = (path: string, filter: object, last: number): string =>
  `${path}?${new URLSearchParams({ filter: JSON.stringify(filter), range: JSON.stringify([0, last]) })}`

export const useRules = () =>
  useQuery({
    queryKey: [...RETENTION_KEY, 'rules'],
    queryFn: async ({ signal }) =>
      (await request<RetentionRule[]>(listed('/retention-rules', {}, 499), { signal })).data,
  })

export const useOffices = (): string[] =>
  useQuery({
    queryKey: [...RETENTION_KEY, 'offices'],
    queryFn: async () => (await request<string[]>('/retention-rules/offices')).data,
  }).data ?? []

export const useDue = (filter: { candidateId?: string } = {}) =>
  useQuery({
    queryKey: [...RETENTION_KEY, 'due', filter],
    queryFn: async ({ signal }) => {
      const path = listed('/retention-due', filter, SHOWN_DUE - 1)
      const { data, headers } = await request<RetentionDue[]>(path, { signal })
      return { rows: data, total: Number(headers.get('content-range')?.split('/')[1] ?? data.length) }
    },
  })

/** What admins say about how long data is kept. */
export const useRetentionCommands = () => {
  const queries = useQueryClient()
  const post = async <Data>(path: string, body: object): Promise<Data> => {
    const { data } = await request<Data>(path, { method: 'POST', body, idempotencyKey: newKey() })
    await queries.invalidateQueries({ queryKey: RETENTION_KEY })
    return data
  }
  return {
    add: async (facts: AddRetentionRule) => await post<RetentionRule>('/retention-rules', facts),
    extend: async (candidateId: string, facts: ExtendRetention) =>
      await post<RetentionExtension>(`/candidates/${candidateId}/extend-retention`, facts),
  }
}
