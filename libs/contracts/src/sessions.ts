import { z } from 'zod'
import { MAX_PASSWORD, linkToken, newPassword, presentedPassword } from './password.ts'
import { emailAddress, id, moment, personName, line } from './text.ts'

export const signIn = z
  .strictObject({ email: emailAddress, password: presentedPassword })
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof signIn>

/** One of a person's own sessions. */
export const session = z
  .object({
    id,
    /** Browser and system, read from the User-Agent. */
    device: z.string(),
    address: z.string(),
    startedAt: moment,
    lastSeenAt: moment,
    expiresAt: moment,
    current: z.boolean(),
    endedAt: moment.nullable(),
    endedBecause: z
      .enum([
        'signed_out',
        'revoked',
        'password_changed',
        'password_reset',
        'disabled',
        'token_reused',
        'expired',
      ])
      .nullable(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof session>
export type SessionEnd = NonNullable<Session['endedBecause']>

export const setup = z
  .strictObject({
    token: linkToken,
    organizationName: line(200),
    name: personName,
    email: emailAddress,
    password: newPassword,
  })
  .meta({ id: 'Setup' })
export type Setup = z.infer<typeof setup>

export const setupState = z
  .object({ needed: z.boolean(), demo: z.boolean(), mail: z.boolean() })
  .meta({ id: 'SetupState' })

export const acceptInvitation = z
  .strictObject({ token: linkToken, name: personName.optional(), password: newPassword })
  .meta({ id: 'AcceptInvitation' })
export type AcceptInvitation = z.infer<typeof acceptInvitation>

export const inspectLink = z.strictObject({ token: linkToken }).meta({ id: 'InspectLink' })
export const invitationPreview = z
  .object({ name: z.string(), email: z.string(), organizationName: z.string(), expiresAt: moment })
  .meta({ id: 'InvitationPreview' })

export const requestPasswordReset = z
  .strictObject({ email: emailAddress })
  .meta({ id: 'RequestPasswordReset' })
export const acceptPasswordReset = z
  .strictObject({ token: linkToken, password: newPassword })
  .meta({ id: 'AcceptPasswordReset' })
export const passwordResetLink = z
  .object({ link: z.url(), expiresAt: moment, mailed: z.boolean() })
  .meta({ id: 'PasswordResetLink' })

export const changePassword = z
  .strictObject({ currentPassword: presentedPassword.max(MAX_PASSWORD * 4), newPassword })
  .meta({ id: 'ChangePassword' })
export type ChangePassword = z.infer<typeof changePassword>
