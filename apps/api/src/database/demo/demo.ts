import { randomBytes } from 'node:crypto'
import type { Principal } from '@assay/access'
import type { Role } from '@assay/contracts'
import type { INestApplicationContext } from '@nestjs/common'
import { people } from './people.ts'

/** What a chapter of the demo may use: the application's own services, and what earlier chapters made. */
export interface DemoContext {
  app: INestApplicationContext
  organizationId: string
  /** Runs as one of the demo's people, inside one unit of work. */
  as: <T>(email: string, work: () => Promise<T>) => Promise<T>
  userIds: Map<string, string>
  /** Counts what has been written so far: until then the database takes its tables for empty, and reads them so. */
  count: () => Promise<void>
}

/** One feature's part of the demo organization. A feature adds its chapter to `chapters.ts` and is done. */
export interface DemoChapter {
  name: string
  tell: (context: DemoContext) => Promise<void>
}

export interface DemoSignIn {
  role: Role
  name: string
  email: string
  password: string
}

export const DEMO_ORGANIZATION = 'Northwind Robotics'

/** One of the demo's people as services know who asks. */
export const asking = ({ organizationId, userIds }: DemoContext, email: string): Principal => ({
  organizationId,
  userId: userIds.get(email) ?? '',
  role: people.find((person) => person.email === email)!.role,
  sessionId: null,
  scopes: null,
})

/** New at every start: a demo that listens by mistake has no known password. */
export const demoPassword = (): string => randomBytes(12).toString('base64url')

export { people }
