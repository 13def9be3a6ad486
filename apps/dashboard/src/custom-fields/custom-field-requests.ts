import type { CreateCustomField, CustomField, UpdateCustomField } from '@assay/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'

export const CUSTOM_FIELDS = '/organization/custom-fields'
export const fieldAddress = (id: string): string => `${CUSTOM_FIELDS}/${id}`

/** What admins do with the fields of candidates. */
export const useCustomFieldCommands = () => {
  const queries = useQueryClient()
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['custom-fields'] })
  }
  const changing = async <Data>(
    path: string,
    outgoing: NonNullable<Parameters<typeof request>[1]>,
  ): Promise<Data> => {
    const { data } = await request<Data>(`/custom-fields${path}`, outgoing)
    await refresh()
    return data
  }
  const post = async <Data = CustomField>(path: string, body?: object): Promise<Data> =>
    await changing<Data>(path, { method: 'POST', idempotencyKey: newKey(), ...(body && { body }) })
  return {
    refresh,
    create: async (facts: CreateCustomField) => await post('', facts),
    save: async ({ id, revision }: CustomField, body: UpdateCustomField) =>
      await changing<CustomField>(`/${id}`, { method: 'PATCH', body, ifMatch: revision }),
    arrange: async (ids: readonly string[]) => await post<undefined>('/arrange', { ids }),
    archive: async (id: string) => await post(`/${id}/archive`),
    restore: async (id: string) => await post(`/${id}/restore`),
    remove: async (id: string) => {
      await request(`/custom-fields/${id}`, { method: 'DELETE' })
      // Not the record itself: its page is still open and would ask for it.
      await queries.invalidateQueries({ queryKey: ['custom-fields', 'getList'] })
    },
  }
}
