import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import type { INestApplicationContext } from '@nestjs/common'
import { Client } from 'pg'
import { InvitationsService } from '../../invitations/invitations.service.ts'
import { OrganizationsService } from '../../organizations/organizations.service.ts'
import { PasswordsService } from '../../sessions/passwords.service.ts'
import { UsersService } from '../../users/users.service.ts'
import { chapters } from './chapters.ts'
import { DEMO_ORGANIZATION, type DemoContext, demoPassword, type DemoSignIn, people } from './demo.ts'

/** Fills a throwaway installation through the application's own services, so that it looks like one that was lived in. */
export const furnishDemo = (app: INestApplicationContext, ownerUrl: string): Promise<DemoSignIn[]> =>
  inContext(newContext('demo', Infinity), async () => {
    const signIns: DemoSignIn[] = []
    const context = await makeOrganization(app, ownerUrl, signIns)
    for (const chapter of chapters) await chapter.tell(context)
    await context.count()
    return signIns
  })

const makeOrganization = async (
  app: INestApplicationContext,
  ownerUrl: string,
  signIns: DemoSignIn[],
): Promise<DemoContext> => {
  const hashes = new Map<string, string>()
  for (const person of people) {
    if (person.status === 'invited') continue
    const isFirstOfRole = !signIns.some(({ role }) => role === person.role)
    const password = demoPassword()
    if (isFirstOfRole) signIns.push({ role: person.role, name: person.name, email: person.email, password })
    hashes.set(person.email, await app.get(PasswordsService, { strict: false }).hashNew(password, []))
  }
  const userIds = new Map<string, string>()
  const organizations = app.get(OrganizationsService, { strict: false })
  const users = app.get(UsersService, { strict: false })
  const organizationId = await organizations.create({ name: DEMO_ORGANIZATION, demo: true }, async (id) => {
    for (const { name, email, role } of people) {
      const passwordHash = hashes.get(email)
      if (passwordHash) userIds.set(email, await users.addActive({ name, email, role, passwordHash }))
    }
    return id
  })
  const context = {
    app,
    organizationId,
    userIds,
    as: actingAs(app, organizationId, userIds),
    count: () => countRows(ownerUrl),
  }
  await context.as(people[0].email, () => liveIn(app, context))
  return context
}

/** What the first admin did in the first days: the clock of the office, an invitation, somebody who left. */
const liveIn = async (app: INestApplicationContext, { userIds }: DemoContext): Promise<void> => {
  await app.get(OrganizationsService, { strict: false }).update({ timeZone: 'Europe/Stockholm' }, 1)
  for (const { name, email, role, status } of people) {
    if (status === 'invited') {
      const { user } = await app.get(InvitationsService, { strict: false }).invite({ name, email, role })
      userIds.set(email, user.id)
    }
    if (status === 'disabled')
      await app.get(UsersService, { strict: false }).disable(userIds.get(email) ?? '')
  }
}

const actingAs =
  (
    app: INestApplicationContext,
    organizationId: string,
    userIds: ReadonlyMap<string, string>,
  ): DemoContext['as'] =>
  (email, work) =>
    app.get(UnitOfWork, { strict: false }).runAs({ organizationId, userId: userIds.get(email) ?? null }, work)

const countRows = async (ownerUrl: string): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('ANALYZE')
  } finally {
    await client.end()
  }
}
