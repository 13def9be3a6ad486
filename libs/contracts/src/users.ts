import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { role } from './permissions.ts'
import { emailAddress, id, line, moment, personName, revision } from './text.ts'

export const userStatuses = ['invited', 'active', 'disabled'] as const
export const userStatus = z.enum(userStatuses).meta({ id: 'UserStatus' })

export const user = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role,
    status: userStatus,
    createdAt: moment,
    lastSignedInAt: moment.nullable(),
    /** When the open invitation ends; null when there is none. */
    invitationExpiresAt: moment.nullable(),
    revision,
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof user>

export const userList = listQuery({
  sort: ['name', 'email', 'role', 'status', 'createdAt', 'lastSignedInAt'],
  direction: 'ASC',
  filter: { role, status: userStatus, q: line(100), ids: z.array(id).max(500) },
})

export const renameUser = z.strictObject({ name: personName }).meta({ id: 'RenameUser' })
export const changeRole = z.strictObject({ role }).meta({ id: 'ChangeRole' })

export const invitation = z
  .object({
    user,
    /** Shown once, to be passed on when no mail server is set. */
    link: z.url(),
    expiresAt: moment,
    mailed: z.boolean(),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof invitation>

export const inviteUser = z
  .strictObject({ name: personName, email: emailAddress, role })
  .meta({ id: 'InviteUser' })
export type InviteUser = z.infer<typeof inviteUser>
