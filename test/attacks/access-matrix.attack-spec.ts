import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isGranted, type Permission, roles } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { declaredRoutes, type DeclaredRoute } from '../architecture/route-list.ts'

let house: RunningHouse
let routes: DeclaredRoute[]
const clients = new Map<string, HttpClient>()

beforeAll(async () => {
  house = await startHouse()
  routes = declaredRoutes(house.server.app)
  for (const role of roles) clients.set(role, await house.signedIn(house.north[role]))
})
afterAll(() => house.stop())

/** Nobody has this id; and the one next door is real, which must make no difference. */
const NOBODY = '0197a000-0000-7000-8000-00000000dead'

const pathOf = (route: DeclaredRoute, id: string): string => route.path.replaceAll(/:\w+/g, id)

const isGuarded = (route: DeclaredRoute): boolean => !route.access?.startsWith('public')

/** These end the asking session itself: they have their own tests. */
const ENDS_THE_SESSION = new Set(['SessionsController.signOut'])

describe('S-03 route × role, generated from the routes', () => {
  test('nobody who is not signed in gets past any guarded route', async () => {
    for (const route of routes.filter((candidate) => isGuarded(candidate))) {
      const answer = await house.client().send(route.method, pathOf(route, NOBODY), withBody(route))
      expect([route.handler, answer.status]).toEqual([route.handler, 401])
    }
  })

  test('each role gets past exactly the routes of its permissions', async () => {
    for (const route of routes.filter((candidate) => isGuarded(candidate))) {
      if (ENDS_THE_SESSION.has(route.handler)) continue
      for (const role of roles) {
        const answer = await clients.get(role)!.send(route.method, pathOf(route, NOBODY), withBody(route))
        const allowed = isGranted(role, route.access as Permission)
        expect([route.handler, role, answer.status === 403]).toEqual([route.handler, role, !allowed])
        expect(answer.status).toBeLessThan(500)
      }
    }
  })
})

describe('S-27 odd spellings of addresses', () => {
  test('meet the same decision, or nothing at all', async () => {
    const spellings = (path: string): string[] => [
      `/${path}`,
      `${path}/`,
      path.replace('/api', '//api'),
      path.replace('/v1/', '/v1//'),
      path.replace('/api/', '/API/'),
      path.toUpperCase(),
      path.replace('/api/', '/api/./'),
      path.replace('/api/', '/x/../api/'),
      path.replace('api', '%61pi'),
      `${path}%2f`,
      `${path};x=1`,
      `${path}?`,
    ]
    for (const route of routes.filter((candidate) => isGuarded(candidate))) {
      for (const path of spellings(pathOf(route, NOBODY))) {
        for (const method of [route.method, ...(route.method === 'GET' ? ['HEAD'] : [])]) {
          const answer = await house.client().send(method, path, method === 'HEAD' ? {} : withBody(route))
          const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
          expect([path, method, isPage || [401, 404].includes(answer.status)]).toEqual([path, method, true])
        }
      }
    }
  }, 60_000)
})

describe('S-13 revocation', () => {
  test('acts on every process within a second', async () => {
    const second = await startHouse({ database: house.database, empty: true })
    try {
      const person = house.north.hiring_manager
      const client = await house.signedIn(person)
      const elsewhere = client.copy()
      const there = (path: string) =>
        fetch(second.url + path, {
          headers: {
            cookie: elsewhere.cookieHeader().replaceAll(/(at|rt|dt)-\d+/g, `$1-${new URL(second.url).port}`),
          },
        })
      expect((await there('/api/v1/users')).status).toBe(200)
      await clients.get('admin')!.post(`/api/v1/users/${person.id}/disable`)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      expect((await there('/api/v1/users')).status).toBe(401)
      expect((await client.get('/api/v1/users')).status).toBe(401)
      await clients.get('admin')!.post(`/api/v1/users/${person.id}/enable`)
    } finally {
      await second.stop()
    }
  })
})

const withBody = (route: DeclaredRoute) =>
  route.method === 'GET' ? {} : { body: bodyFor(route), headers: { 'if-match': '"1"' } }

/** A body that is well-formed for the route, so that only access decides. */
const bodyFor = (route: DeclaredRoute): unknown => {
  if (route.method === 'GET' || route.method === 'DELETE') return undefined
  const bodies: Record<string, unknown> = {
    'UsersController.rename': { name: 'Renamed' },
    'UsersController.renameCurrent': { name: 'Renamed' },
    'UsersController.changeRole': { role: 'interviewer' },
    'PasswordsController.change': { currentPassword: 'wrong on purpose', newPassword: 'x'.repeat(20) },
    'ApiTokensController.create': { name: 'x', scopes: ['account.read'], days: 1 },
    'InvitationsController.invite': {
      name: 'X',
      email: `x${Math.random()}@north.example`,
      role: 'interviewer',
    },
    'OrganizationsController.update': {},
  }
  return bodies[route.handler] ?? {}
}
