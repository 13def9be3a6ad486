import { CAPPED_TOTAL } from '@assay/contracts'
import { HttpError, type CreateParams, type DataProvider, type Identifier, type RaRecord } from 'ra-core'
import { ApiProblem } from './problem.ts'
import { newKey, request, type Answer } from './request.ts'
import type { Outgoing } from './send.ts'

type Fields = Record<string, unknown>
interface Listing {
  pagination?: { page: number; perPage: number }
  sort?: { field: string; order: 'ASC' | 'DESC' }
  filter?: Fields
  signal?: AbortSignal
}

const EVERYTHING_AT_ONCE = 500

/** react-admin hands `body.errors` of an HttpError to the form; its message is a key of ours. */
const call = async <T>(path: string, outgoing?: Outgoing): Promise<Answer<T>> => {
  try {
    return await request<T>(path, outgoing)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    throw new HttpError(`problem.${error.code}.title`, error.status, { ...error.body, code: error.code })
  }
}

const at = (resource: string, id: Identifier): string => `/${resource}/${encodeURIComponent(id)}`

const totalOf = (headers: Headers, resource: string): number => {
  const total = Number(headers.get('Content-Range')?.split('/').pop() ?? Number.NaN)
  if (Number.isInteger(total)) return total
  throw new HttpError('problem.internal.title', 0, {
    detail: `The list of ${resource} came without its total.`,
  })
}

const list = async (resource: string, { pagination, sort, filter = {}, signal }: Listing) => {
  const { page, perPage } = pagination ?? { page: 1, perPage: EVERYTHING_AT_ONCE }
  const query = new URLSearchParams({
    range: JSON.stringify([(page - 1) * perPage, page * perPage - 1]),
    filter: JSON.stringify(filter),
    ...(sort ? { sort: JSON.stringify([sort.field, sort.order]) } : {}),
  })
  const { data, headers } = await call<RaRecord[]>(`/${resource}?${query}`, { signal })
  const capped = headers.get('X-Total-Capped') === 'true'
  return { data, total: capped ? CAPPED_TOTAL : totalOf(headers, resource), meta: { capped } }
}

const byIds = async (
  resource: string,
  ids: readonly Identifier[],
  signal?: AbortSignal,
): Promise<RaRecord[]> => {
  const found: RaRecord[] = []
  for (let first = 0; first < ids.length; first += EVERYTHING_AT_ONCE) {
    const some = ids.slice(first, first + EVERYTHING_AT_ONCE)
    found.push(...(await list(resource, { filter: { ids: some }, signal })).data)
  }
  return found
}

/** Only what was changed is sent: the server refuses fields that are not for editing. */
const changes = (data: Fields, before: Fields): Fields =>
  Object.fromEntries(
    Object.entries(data).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  )

const revisionOf = (record: Fields | undefined): Pick<Outgoing, 'ifMatch'> =>
  typeof record?.revision === 'number' ? { ifMatch: record.revision } : {}

const patch = async (resource: string, data: Fields, before: RaRecord): Promise<RaRecord> => {
  const body = changes(data, before)
  if (Object.keys(body).length === 0) return before
  return (await call<RaRecord>(at(resource, before.id), { method: 'PATCH', body, ...revisionOf(before) }))
    .data
}

const remove = async (resource: string, id: Identifier, before?: Fields): Promise<void> => {
  await call(at(resource, id), { method: 'DELETE', ...revisionOf(before) })
}

const create = async (resource: string, { data, meta }: CreateParams): Promise<RaRecord> => {
  const idempotencyKey = (meta as { idempotencyKey?: string } | undefined)?.idempotencyKey ?? newKey()
  return (await call<RaRecord>(`/${resource}`, { method: 'POST', body: data, idempotencyKey })).data
}

/**
 * react-admin's contract over ours. Bulk writes read the revisions first: every write says what it replaces. The
 * assertion is react-admin's own shape of it: its callers name the record type, no provider can know it.
 */
export const dataProvider = {
  supportAbortSignal: true,
  getList: async (resource, params) => await list(resource, params),
  getOne: async (resource, { id, signal }) => ({
    data: (await call<RaRecord>(at(resource, id), { signal })).data,
  }),
  getMany: async (resource, { ids, signal }) => ({ data: await byIds(resource, ids, signal) }),
  getManyReference: async (resource, { target, id, filter, ...page }) =>
    await list(resource, { ...page, filter: { ...(filter as Fields), [target]: id } }),
  create: async (resource, params) => ({ data: await create(resource, params) }),
  update: async (resource, { id, data, previousData }) => ({
    data: await patch(resource, data, { ...previousData, id }),
  }),
  updateMany: async (resource, { ids, data }) => {
    for (const before of await byIds(resource, ids)) await patch(resource, data as Fields, before)
    return { data: ids }
  },
  delete: async (resource, { id, previousData }) => {
    await remove(resource, id, previousData)
    return { data: previousData ?? { id } }
  },
  deleteMany: async (resource, { ids }) => {
    for (const before of await byIds(resource, ids)) await remove(resource, before.id, before)
    return { data: ids }
  },
} as DataProvider
