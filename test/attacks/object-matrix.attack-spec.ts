import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isGranted, type Permission, roles } from '@assay/contracts'
import { declaredRoutes, type DeclaredRoute } from '../architecture/route-list.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { another, BODIES, furnishObjects, MARK, type Objects } from './object-matrix-world.ts'

const NOBODY = '0197a000-0000-7000-8000-00000000dead'
/** Open to those only who work on the job or sit on the panel, whatever their role allows elsewhere. */
const BOUND_TO_A_TEAM = new Set([
  'debriefs',
  'decisions',
  'application-change-sets',
  'applications',
  'candidate-documents',
  'candidates',
  'interviews',
  'jobs',
  'measurement-fits',
  'scorecards',
])

let house: RunningHouse
let routes: DeclaredRoute[]
let objects: Objects

beforeAll(async () => {
  house = await startHouse()
  routes = declaredRoutes(house.server.app).filter(({ access }) => !access?.startsWith('public'))
  objects = await furnishObjects(house)
}, 60_000)
afterAll(() => house.stop())

const kindOf = ({ path }: DeclaredRoute): string => path.split('/')[3]!
const takesIds = ({ path }: DeclaredRoute): boolean => path.includes(':')

/** The address with the ids of what is really there, or with ids that nobody has. */
const addressOf = (route: DeclaredRoute, ids: 'real' | 'nobody'): string =>
  route.path.replaceAll(/:(\w+)/g, (_all, name: string) => {
    const id = objects[kindOf(route)]?.[name]
    if (id === undefined) throw new Error(`${route.handler}: what stands under :${name}?`)
    if (ids === 'real') return id
    return /^\d+$/.test(id) ? '987654321' : NOBODY
  })

const ask = async (client: HttpClient, route: DeclaredRoute, ids: 'real' | 'nobody') => {
  const body = BODIES[route.handler] ?? (route.method === 'GET' || route.method === 'DELETE' ? undefined : {})
  const { status, text } = await client.send(route.method, addressOf(route, ids), {
    body,
    headers: { 'if-match': '"1"' },
  })
  return { status, text: text.replace(/"requestId":"[^"]+"/, '') }
}

/** What an answer tells somebody whom it should tell nothing: that it is there, or any word of it. */
const tellsOf = async (client: HttpClient, route: DeclaredRoute): Promise<unknown[]> => {
  const real = await ask(client, route, 'real')
  const nobody = await ask(client, route, 'nobody')
  const isSilent =
    [403, 404].includes(real.status) && real.text === nobody.text && real.status === nobody.status
  return isSilent && !real.text.includes(MARK) ? [] : [[route.method, route.path, real, nobody]]
}

const tellsOfAll = async (client: HttpClient, asked: readonly DeclaredRoute[]): Promise<unknown[]> => {
  const tells: unknown[] = []
  for (const route of asked) tells.push(...(await tellsOf(client, route)))
  return tells
}

/** Lists, counts and files of whoever has nothing to do with it, in which a word of it stands. */
const tellingLists = async (client: HttpClient): Promise<unknown[]> => {
  const telling: unknown[] = []
  for (const route of routes.filter((one) => one.method === 'GET' && !takesIds(one))) {
    const { status, text } = await client.get(route.path)
    if (status >= 500 || text.includes(MARK)) telling.push([route.path, status, text])
  }
  return telling
}

describe('S-02 every route × everybody who has nothing to do with it, on ids that are real', () => {
  test('what is asked is well-formed: nobody has these ids, and nothing else is wrong', async () => {
    const admin = await house.signedIn(house.north.admin)
    const otherwise: unknown[] = []
    for (const route of routes.filter((one) => takesIds(one))) {
      const { status, text } = await ask(admin, route, 'nobody')
      const expected = isGranted('admin', route.access as Permission) ? 404 : 403
      if (status !== expected) otherwise.push([route.handler, status, text])
    }
    expect(otherwise).toEqual([])
  })

  test('without a session', async () => {
    const answered: unknown[] = []
    for (const route of routes) {
      const { status, text } = await ask(house.client(), route, 'real')
      if (status !== 401 || text.includes(MARK)) answered.push([route.handler, status, text])
    }
    expect(answered).toEqual([])
  })

  test.each(roles)('as %s of the organization next door', async (role) => {
    const neighbour = await house.signedIn(house.south[role])
    const withIds = routes.filter((one) => takesIds(one))
    expect(await tellsOfAll(neighbour, withIds)).toEqual([])
    expect(await tellingLists(neighbour)).toEqual([])
  })

  test.each(['hiring_manager', 'interviewer'] as const)('as %s of another team', async (role) => {
    const other = await another(house, role)
    const bound = routes.filter((one) => takesIds(one) && BOUND_TO_A_TEAM.has(kindOf(one)))
    expect(bound.length).toBeGreaterThan(40)
    expect(await tellsOfAll(other, bound)).toEqual([])
    expect(await tellingLists(other)).toEqual([])
  })

  test('and it is all still there, for whoever works on it', async () => {
    const recruiter = await house.signedIn(house.north.recruiter)
    for (const kind of BOUND_TO_A_TEAM) {
      if (kind === 'application-change-sets') continue
      // A debrief is read by its application; that its marked notes are there was told when they were written.
      if (kind === 'debriefs') continue
      const { status, text } = await recruiter.get(`/api/v1/${kind}/${objects[kind]!['id']}`)
      expect([kind, status, text.includes(MARK)]).toEqual([kind, 200, true])
    }
  })
})
