import { emailAddress, personName } from '@assay/contracts'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import { z } from 'zod'
import { SettingsError } from '../config.ts'
import { LookupQueries } from '../database/lookup.queries.ts'
import { InvitationsService } from '../invitations/invitations.service.ts'
import type { AddCommand } from './command.ts'

const shape = z.object({ organization: z.uuid(), name: personName, email: emailAddress })

/** The way back in when every admin of an organization is gone: invites another one. */
export const createAdmin: AddCommand = (program, context) => {
  program
    .command('create-admin')
    .description('invite an admin to an organization, for when no admin is left')
    .requiredOption('--organization <id>', 'id of the organization (see doctor)')
    .requiredOption('--name <name>', 'name')
    .requiredOption('--email <address>', 'e-mail address')
    .action(async (given: unknown) => {
      const facts = shape.safeParse(given)
      if (!facts.success) {
        throw new SettingsError(
          facts.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
        )
      }
      const { organization, name, email } = facts.data
      const app = await context.openApplication()
      const known = await app.get(LookupQueries, { strict: false }).organizationIds()
      if (!known.includes(organization)) {
        throw new SettingsError([`There is no organization ${organization} here: "doctor" lists them.`])
      }
      const invitation = await inContext(newContext(null, Infinity), () =>
        app
          .get(UnitOfWork, { strict: false })
          .runAs({ organizationId: organization, userId: null }, () =>
            app.get(InvitationsService, { strict: false }).invite({ name, email, role: 'admin' }),
          ),
      )
      context.print(`${name} sets a password with this link, which works once:`)
      context.print(invitation.link)
    })
}
