import { emailAddress, line, personName } from '@assay/contracts'
import { z } from 'zod'
import { SettingsError } from '../config.ts'
import { InvitationsService } from '../invitations/invitations.service.ts'
import { OrganizationsService } from '../organizations/organizations.service.ts'
import type { AddCommand } from './command.ts'

const shape = z.object({ name: line(200), adminName: personName, adminEmail: emailAddress })

/** A further organization in the same installation; its first admin is invited and chooses a password. */
export const createOrganization: AddCommand = (program, context) => {
  program
    .command('create-organization')
    .description('make a further organization and invite its first admin')
    .requiredOption('--name <name>', 'name of the organization')
    .requiredOption('--admin-name <name>', "the first admin's name")
    .requiredOption('--admin-email <address>', "the first admin's e-mail address")
    .action(async (given: unknown) => {
      const facts = shape.safeParse(given)
      if (!facts.success) {
        throw new SettingsError(
          facts.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
        )
      }
      const { name, adminName, adminEmail } = facts.data
      const app = await context.openApplication()
      const invitations = app.get(InvitationsService, { strict: false })
      const invitation = await app
        .get(OrganizationsService, { strict: false })
        .create({ name }, () => invitations.invite({ name: adminName, email: adminEmail, role: 'admin' }))
      context.print(`${name} was made. ${adminName} sets a password with this link, which works once:`)
      context.print(invitation.link)
    })
}
