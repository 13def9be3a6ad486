import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import type { INestApplicationContext } from '@nestjs/common'
import { OrganizationsService } from '../../organizations/organizations.service.ts'
import { PasswordsService } from '../../sessions/passwords.service.ts'
import { UsersService } from '../../users/users.service.ts'
import {
  chapters,
  DEMO_ORGANIZATION,
  type DemoContext,
  demoPassword,
  type DemoSignIn,
  people,
} from './demo.ts'
import type { DemoPerson } from './people.ts'

/** Fills a throwaway installation through the application's own services, so that it looks like one that was lived in. */
export const furnishDemo = (app: INestApplicationContext): Promise<DemoSignIn[]> =>
  inContext(newContext('demo', Infinity), async () => {
    const signIns: DemoSignIn[] = []
    const context = await makeOrganization(app, signIns)
    for (const chapter of chapters) await chapter.tell(context)
    return signIns
  })

const makeOrganization = async (
  app: INestApplicationContext,
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
  const organizationId = await organizations.create({ name: DEMO_ORGANIZATION, demo: true }, async (id) => {
    for (const person of people) userIds.set(person.email, await addPerson(app, person, hashes))
    return id
  })
  const context = contextOf(app, organizationId, userIds)
  for (const person of people.filter(({ status }) => status === 'disabled')) {
    await context.as(people[0].email, () =>
      app.get(UsersService, { strict: false }).disable(userIds.get(person.email) ?? ''),
    )
  }
  return context
}

const addPerson = (
  app: INestApplicationContext,
  { name, email, role }: DemoPerson,
  hashes: Map<string, string>,
): Promise<string> => {
  const users = app.get(UsersService, { strict: false })
  const passwordHash = hashes.get(email)
  return passwordHash
    ? users.addActive({ name, email, role, passwordHash })
    : users.addInvited({ name, email, role })
}

const contextOf = (
  app: INestApplicationContext,
  organizationId: string,
  userIds: Map<string, string>,
): DemoContext => ({
  app,
  organizationId,
  userIds,
  as: (email, work) =>
    app
      .get(UnitOfWork, { strict: false })
      .runAs({ organizationId, userId: userIds.get(email) ?? null }, work),
})
