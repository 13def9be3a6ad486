import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deriveKeys, PasswordHasher } from '@assay/access'
import { type Role, roles } from '@assay/contracts'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import type { DestinationStream } from 'pino'
import { readSettings, type Settings } from '../../apps/api/src/config.ts'
import { createLog } from '../../apps/api/src/http/logging.ts'
import { OrganizationsService } from '../../apps/api/src/organizations/organizations.service.ts'
import { type RunningServer, startServer } from '../../apps/api/src/server.ts'
import { UsersService } from '../../apps/api/src/users/users.service.ts'
import { createDatabase, type TestDatabase } from './database.ts'
import { HttpClient } from './http-client.ts'

export const PASSWORD = 'correct horse battery staple'
export const SECRET = 'a secret that only tests have: 0123456789 abcdefghijklmnop'

export interface Person {
  id: string
  organizationId: string
  name: string
  email: string
  role: Role
}

export type Organization = Record<Role, Person> & { id: string; name: string }

export interface RunningHouse {
  server: RunningServer
  url: string
  database: TestDatabase
  filesDirectory: string
  /** Two organizations with one person of each role: every test of access has somebody from next door. */
  north: Organization
  south: Organization
  client: () => HttpClient
  signedIn: (person: Person) => Promise<HttpClient>
  /** Runs as somebody inside the application, without HTTP. */
  as: <T>(person: Person, work: () => Promise<T>) => Promise<T>
  stop: () => Promise<void>
}

export interface HouseOptions {
  settings?: Partial<Settings>
  database?: TestDatabase
  /** Where files are kept; a directory of its own without it. */
  filesDirectory?: string
  logTo?: DestinationStream
  /** No organizations: a fresh installation. */
  empty?: boolean
}

let passwordHash: Promise<string> | undefined
/** Hashing takes a tenth of a second: everybody in a spec file has the same password and hash. */
const sharedHash = (): Promise<string> => (passwordHash ??= new PasswordHasher().hash(PASSWORD))

/** The whole application on a database of its own, listening on a free port. */
export const startHouse = async (options: HouseOptions = {}): Promise<RunningHouse> => {
  const database = options.database ?? (await createDatabase())
  const settings: Settings = {
    ...readSettings({ ASSAY_PORT: '0', ASSAY_REQUESTS_PER_MINUTE: '1000000' }),
    ...options.settings,
  }
  const log = createLog(options.logTo ? 'info' : 'fatal', options.logTo)
  const filesDirectory = options.filesDirectory ?? (await mkdtemp(join(tmpdir(), 'assay-files-')))
  const server = await startServer(
    {
      settings,
      log,
      keys: deriveKeys(SECRET),
      filesDirectory,
      urls: { ownerUrl: database.ownerUrl, applicationUrl: database.applicationUrl, embedded: null },
      close: async () => undefined,
    },
    { demo: false, dashboardDirectory: new URL('../../dist/dashboard', import.meta.url).pathname },
  )
  const nobody = {} as Organization
  const north = options.empty ? nobody : await furnish(server, 'Northwind', 'north.example')
  const south = options.empty ? nobody : await furnish(server, 'Southridge', 'south.example')
  return {
    server,
    url: server.url,
    database,
    filesDirectory,
    north,
    south,
    client: () => new HttpClient(server.url),
    signedIn: (person) => signIn(server.url, person),
    as: (person, work) =>
      inContext(newContext('test', Infinity), () =>
        server.app
          .get(UnitOfWork, { strict: false })
          .runAs({ organizationId: person.organizationId, userId: person.id }, work),
      ),
    stop: async () => {
      await server.stop()
      if (!options.filesDirectory) await rm(filesDirectory, { recursive: true, force: true })
      if (!options.database) await database.drop()
    },
  }
}

const signIn = async (url: string, person: Person): Promise<HttpClient> => {
  const client = new HttpClient(url)
  const answer = await client.post('/api/v1/sessions', { email: person.email, password: PASSWORD })
  if (answer.status !== 201) throw new Error(`${person.email} could not sign in: ${answer.text}`)
  return client
}

const furnish = async (server: RunningServer, name: string, domain: string): Promise<Organization> => {
  const hash = await sharedHash()
  const users = server.app.get(UsersService, { strict: false })
  const organizations = server.app.get(OrganizationsService, { strict: false })
  return inContext(newContext('test', Infinity), () =>
    organizations.create({ name }, async (organizationId) => {
      const people: Partial<Record<Role, Person>> = {}
      for (const role of roles) {
        const facts = { name: `${name} ${role}`, email: `${role}@${domain}`, role }
        const id = await users.addActive({ ...facts, passwordHash: hash })
        people[role] = { ...facts, id, organizationId }
      }
      return { ...(people as Record<Role, Person>), id: organizationId, name }
    }),
  )
}
