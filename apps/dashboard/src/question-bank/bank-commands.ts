import { useQueryClient } from '@tanstack/react-query'
import { newKey, request } from '../api/request.ts'
import type { BankResource, BankRow } from './bank-kind.ts'

export interface BankCommands<Row> {
  create: (facts: unknown) => Promise<Row>
  /** Only what was changed is sent: someone else's change of another field stands. */
  save: (base: Row, changes: Record<string, unknown>) => Promise<Row>
  archive: (row: Row) => Promise<Row>
  restore: (row: Row) => Promise<Row>
  /** For good; the server refuses what is used anywhere. */
  remove: (row: Row) => Promise<void>
}

/** What an admin does with the entries of one kind. */
export const useBankCommands = <Row extends BankRow>(resource: BankResource): BankCommands<Row> => {
  const queries = useQueryClient()
  const send = async (path: string, outgoing: Parameters<typeof request>[1]): Promise<Row> => {
    const { data } = await request<Row>(`/${resource}${path}`, outgoing)
    await queries.invalidateQueries({ queryKey: [resource] })
    return data
  }
  const command = async (row: Row, verb: string) =>
    await send(`/${row.id}/${verb}`, { method: 'POST', idempotencyKey: newKey() })
  return {
    create: async (facts) => await send('', { method: 'POST', body: facts, idempotencyKey: newKey() }),
    save: async (base, changes) =>
      await send(`/${base.id}`, { method: 'PATCH', body: changes, ifMatch: base.revision }),
    archive: async (row) => await command(row, 'archive'),
    restore: async (row) => await command(row, 'restore'),
    remove: async (row) => {
      await request(`/${resource}/${row.id}`, { method: 'DELETE' })
      await queries.invalidateQueries({ queryKey: [resource, 'getList'] })
    },
  }
}
