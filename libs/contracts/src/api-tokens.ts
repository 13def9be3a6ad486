import { z } from 'zod'
import { permission, tokenScopes } from './permissions.ts'
import { id, line, moment } from './text.ts'

export const MAX_TOKENS_PER_USER = 20

/** A personal API token: carries some of its owner's rights, never more than the owner has at that moment. */
export const apiToken = z
  .object({
    id,
    name: z.string(),
    scopes: z.array(permission),
    /** First characters, to tell tokens apart. */
    prefix: z.string(),
    createdAt: moment,
    expiresAt: moment,
    lastUsedAt: moment.nullable(),
    revokedAt: moment.nullable(),
  })
  .meta({ id: 'ApiToken' })
export type ApiToken = z.infer<typeof apiToken>

export const createApiToken = z
  .strictObject({
    name: line(100),
    scopes: z.array(z.enum(tokenScopes)).min(1, 'Choose at least one right.').max(tokenScopes.length),
    days: z.int().min(1, 'At least one day.').max(365, 'At most a year.'),
  })
  .meta({ id: 'CreateApiToken' })
export type CreateApiToken = z.infer<typeof createApiToken>

/** The answer to creating one: the only time the secret is seen. */
export const createdApiToken = apiToken.extend({ token: z.string() }).meta({ id: 'CreatedApiToken' })
