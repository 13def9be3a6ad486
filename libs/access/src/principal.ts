import { type Permission, type Role, isGranted, tokenScopes } from '@assay/contracts'

/** Who is asking, as it stands at this moment: read from the session or token row, never from the client's claims. */
export interface Principal {
  organizationId: string
  userId: string
  role: Role
  /** Null when a personal API token is used. */
  sessionId: string | null
  /** What the API token carries; null for a browser session, which carries all rights of its role. */
  scopes: readonly Permission[] | null
}

export interface Verdict {
  allowed: boolean
  because: string
}

/** A token's rights are the meeting of its scopes and its owner's present rights. */
export const mayUse = (principal: Principal, permission: Permission): Verdict => {
  if (!isGranted(principal.role, permission)) {
    return { allowed: false, because: `Your role (${principal.role}) does not include this.` }
  }
  if (principal.scopes === null) return { allowed: true, because: 'granted by role' }
  if (!(tokenScopes as readonly string[]).includes(permission)) {
    return { allowed: false, because: 'This needs a person at a browser, not an API token.' }
  }
  return principal.scopes.includes(permission)
    ? { allowed: true, because: 'granted by role and scope' }
    : { allowed: false, because: `The token does not carry ${permission}.` }
}
