import { z } from 'zod'
import { permission, role } from './permissions.ts'
import { id } from './text.ts'

/** Who is signed in, what they may do, and in which organization: all the dashboard needs to start. */
export const currentSession = z
  .object({
    sessionId: id.nullable(),
    user: z.object({ id, name: z.string(), email: z.string(), role }),
    organization: z.object({ id, name: z.string(), demo: z.boolean() }),
    permissions: z.array(permission),
  })
  .meta({ id: 'CurrentSession' })
export type CurrentSession = z.infer<typeof currentSession>
