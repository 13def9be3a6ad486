import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { HttpError } from 'ra-core'
import { dataProvider } from './data-provider.ts'

interface Sent {
  url: URL
  method: string
  headers: Record<string, string>
  body: unknown
  signal: AbortSignal | null | undefined
}

/** The network is the boundary: what goes out is written down, what comes back is given. */
let sent: Sent[] = []
let answers: Response[] = []
const network = globalThis.fetch

const answer = (body: unknown, headers: Record<string, string> = {}, status = 200): void => {
  answers.push(new Response(status === 204 ? null : JSON.stringify(body), { status, headers }))
}

beforeEach(() => {
  sent = []
  answers = []
  globalThis.fetch = async (input, init = {}) => {
    sent.push({
      url: new URL(input as string, 'https://assay.example'),
      method: init.method ?? 'GET',
      headers: init.headers as Record<string, string>,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      signal: init.signal,
    })
    const next = answers.shift()
    if (!next) throw new TypeError('fetch failed')
    return next
  }
})
afterEach(() => {
  globalThis.fetch = network
})

const page = { pagination: { page: 3, perPage: 25 }, sort: { field: 'name', order: 'ASC' as const } }
const query = (name: string): unknown => JSON.parse(sent[0]?.url.searchParams.get(name) ?? 'null')
const failure = async (work: Promise<unknown>): Promise<HttpError> =>
  await work.then(
    () => {
      throw new Error('It should have failed.')
    },
    (error: HttpError) => error,
  )

describe('getList', () => {
  it('asks in the list dialect and reads the total from Content-Range', async () => {
    answer([{ id: 'a' }], { 'Content-Range': 'users 50-50/51' })
    const result = await dataProvider.getList('users', { ...page, filter: { role: 'admin' } })
    expect(sent[0]?.url.pathname).toBe('/api/v1/users')
    expect([query('range'), query('sort'), query('filter')]).toEqual([
      [50, 74],
      ['name', 'ASC'],
      { role: 'admin' },
    ])
    expect(result).toEqual({ data: [{ id: 'a' }], total: 51, meta: { capped: false } })
  })

  it('says when the total is only "more than"', async () => {
    answer([], { 'Content-Range': 'users */10001', 'X-Total-Capped': 'true' })
    const result = await dataProvider.getList('users', page)
    expect(result).toMatchObject({ total: 10_001, meta: { capped: true } })
  })

  it('refuses a list that comes without its total', async () => {
    answer([])
    expect(await failure(dataProvider.getList('users', page))).toBeInstanceOf(HttpError)
  })

  it('hands on the signal that gives up', async () => {
    const { signal } = new AbortController()
    answer([], { 'Content-Range': 'users */0' })
    await dataProvider.getList('users', { ...page, signal })
    expect(dataProvider.supportAbortSignal).toBe(true)
    expect(sent[0]?.signal).toBe(signal)
  })
})

describe('getOne, getMany, getManyReference', () => {
  it('reads one record, its id escaped', async () => {
    answer({ id: 'a/b' })
    await dataProvider.getOne('users', { id: 'a/b' })
    expect(sent[0]?.url.pathname).toBe('/api/v1/users/a%2Fb')
  })

  it('reads many by their ids, at most 500 at once', async () => {
    answer([{ id: '0' }], { 'Content-Range': 'users 0-0/1' })
    answer([{ id: '500' }], { 'Content-Range': 'users 0-0/1' })
    const ids = Array.from({ length: 501 }, (_, index) => String(index))
    const { data } = await dataProvider.getMany('users', { ids })
    expect(data.map(({ id }: { id: string }) => id)).toEqual(['0', '500'])
    expect(sent).toHaveLength(2)
    expect(query('filter')).toEqual({ ids: ids.slice(0, 500) })
  })

  it('reads what refers to a record, keeping the other filters', async () => {
    answer([], { 'Content-Range': 'audit-events */0' })
    const of = { target: 'subjectId', id: 'u', filter: { action: 'user.renamed' } }
    await dataProvider.getManyReference('audit-events', { ...page, ...of })
    expect(query('filter')).toEqual({ action: 'user.renamed', subjectId: 'u' })
  })
})

describe('create', () => {
  it('sends a key that makes repeating it harmless, given or made', async () => {
    answer({ id: 'a' }, {}, 201)
    answer({ id: 'b' }, {}, 201)
    await dataProvider.create('users', { data: { name: 'Ana' }, meta: { idempotencyKey: 'given' } })
    await dataProvider.create('users', { data: { name: 'Ben' } })
    expect(sent[0]).toMatchObject({
      method: 'POST',
      body: { name: 'Ana' },
      headers: { 'Idempotency-Key': 'given' },
    })
    expect(sent[1]?.headers['Idempotency-Key']).toMatch(/^[\da-f-]{36}$/)
  })
})

describe('update', () => {
  const previousData = { id: 'a', name: 'Ana', email: 'ana@x.example', revision: 7 }

  it('sends only what was changed, and the revision it replaces', async () => {
    answer({ ...previousData, name: 'Anna', revision: 8 })
    const { data } = await dataProvider.update('users', {
      id: 'a',
      data: { ...previousData, name: 'Anna' },
      previousData,
    })
    expect(sent[0]).toMatchObject({ method: 'PATCH', body: { name: 'Anna' }, headers: { 'If-Match': '"7"' } })
    expect(data).toMatchObject({ revision: 8 })
  })

  it('sends nothing when nothing was changed', async () => {
    const { data } = await dataProvider.update('users', { id: 'a', data: { name: 'Ana' }, previousData })
    expect(sent).toHaveLength(0)
    expect(data).toEqual(previousData)
  })

  it('hands a conflict on with the record as it is now', async () => {
    const current = { ...previousData, name: 'Anja', revision: 8 }
    answer({ code: 'revision_conflict', title: 'x', current }, {}, 412)
    const error = await failure(
      dataProvider.update('users', { id: 'a', data: { name: 'Anna' }, previousData }),
    )
    expect(error.status).toBe(412)
    expect(error.body).toMatchObject({ code: 'revision_conflict', current })
  })

  it('reads the revisions before it updates many', async () => {
    answer([previousData], { 'Content-Range': 'users 0-0/1' })
    answer({ ...previousData, name: 'Anna' })
    expect(await dataProvider.updateMany('users', { ids: ['a'], data: { name: 'Anna' } })).toEqual({
      data: ['a'],
    })
    expect(sent[1]).toMatchObject({ method: 'PATCH', headers: { 'If-Match': '"7"' } })
  })
})

describe('delete', () => {
  const previousData = { id: 'a', revision: 3 }

  it('says which revision goes, and gives back what was there', async () => {
    answer(null, {}, 204)
    expect(await dataProvider.delete('users', { id: 'a', previousData })).toEqual({ data: previousData })
    expect(sent[0]).toMatchObject({ method: 'DELETE', headers: { 'If-Match': '"3"' } })
  })

  it('reads the revisions before it deletes many', async () => {
    answer([previousData], { 'Content-Range': 'users 0-0/1' })
    answer(null, {}, 204)
    expect(await dataProvider.deleteMany('users', { ids: ['a'] })).toEqual({ data: ['a'] })
    expect(sent[1]).toMatchObject({ method: 'DELETE', headers: { 'If-Match': '"3"' } })
  })
})

describe('problems', () => {
  it('reach the form as body.errors of an HttpError whose message is a key of ours', async () => {
    answer({ code: 'validation_failed', detail: 'x', errors: { name: 'Please fill this in.' } }, {}, 400)
    const error = await failure(dataProvider.create('users', { data: {} }))
    expect(error).toBeInstanceOf(HttpError)
    expect(error.message).toBe('problem.validation_failed.title')
    expect(error.body.errors).toEqual({ name: 'Please fill this in.' })
  })

  it('name a proxy that answers for the server', async () => {
    answers.push(new Response('<html>Bad gateway</html>', { status: 502 }))
    const error = await failure(dataProvider.getOne('users', { id: 'a' }))
    expect(error.body.code).toBe('unavailable')
  })

  it('name a network that gives no answer', async () => {
    const error = await failure(dataProvider.getOne('users', { id: 'a' }))
    expect([error.status, error.body.code]).toEqual([0, 'network'])
  })
})

describe('an expired session', () => {
  it('is refreshed once, and the request goes out again as it was', async () => {
    answer({ code: 'unauthenticated' }, {}, 401)
    answer({})
    answer({ id: 'a' }, {}, 201)
    await dataProvider.create('users', { data: { name: 'Ana' } })
    expect(sent.map(({ url }) => url.pathname)).toEqual([
      '/api/v1/users',
      '/api/v1/sessions/refresh',
      '/api/v1/users',
    ])
    expect(sent[2]?.headers['Idempotency-Key']).toBe(sent[0]?.headers['Idempotency-Key'])
  })

  it('is refreshed once for requests that fail together', async () => {
    for (let failed = 0; failed < 2; failed += 1) answer({ code: 'unauthenticated' }, {}, 401)
    answer({})
    answer({ id: 'a' })
    answer({ id: 'b' })
    await Promise.all([dataProvider.getOne('users', { id: 'a' }), dataProvider.getOne('users', { id: 'b' })])
    expect(sent.filter(({ url }) => url.pathname.endsWith('/refresh'))).toHaveLength(1)
  })

  it('is a 401 in the end when it cannot be refreshed and nobody is there to sign in', async () => {
    answer({ code: 'unauthenticated' }, {}, 401)
    answer({ code: 'unauthenticated' }, {}, 401)
    expect((await failure(dataProvider.getOne('users', { id: 'a' }))).status).toBe(401)
  })
})
