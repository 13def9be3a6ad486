import { ApiToken } from '../api-tokens/api-token.entity.ts'
import { AuditEvent } from '../audit/audit-event.entity.ts'
import { AuditHead } from '../audit/audit-head.entity.ts'
import { IdempotencyKey } from '../http/idempotency-key.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { RefreshToken } from '../sessions/refresh-token.entity.ts'
import { Session } from '../sessions/session.entity.ts'
import { SetupLink } from '../setup/setup-link.entity.ts'
import { SignInLimit } from '../sessions/sign-in-limit.entity.ts'
import { OneTimeLink } from '../users/one-time-link.entity.ts'
import { User } from '../users/user.entity.ts'

/** Every mapped table. The drift test holds this list against the migrations. */
export const entities = [
  Organization,
  User,
  OneTimeLink,
  Session,
  RefreshToken,
  ApiToken,
  AuditEvent,
  AuditHead,
  IdempotencyKey,
  SetupLink,
  SignInLimit,
]
