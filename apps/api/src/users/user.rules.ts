import type { Role } from '@assay/contracts'

export interface RightsFacts {
  actorId: string
  userId: string
  role: Role
  status: 'invited' | 'active' | 'disabled'
  /** Active admins besides this person. */
  otherActiveAdmins: number
}

export type RightsVerdict = { allowed: boolean; because: string; code?: 'last_admin' | 'own_account' }

const fine = (because: string): RightsVerdict => ({ allowed: true, because })

/** An organization always keeps an active admin, and nobody takes rights from themselves by a slip of the mouse. */
export const mayDisable = (facts: RightsFacts): RightsVerdict => {
  if (facts.actorId === facts.userId) {
    return {
      allowed: false,
      code: 'own_account',
      because: 'You cannot disable your own account. Ask another admin.',
    }
  }
  return keepsAnAdmin(facts)
}

export const mayChangeRole = (facts: RightsFacts, wanted: Role): RightsVerdict => {
  if (facts.role === wanted) return fine('nothing changes')
  if (facts.actorId === facts.userId) {
    return {
      allowed: false,
      code: 'own_account',
      because: 'You cannot change your own role. Ask another admin.',
    }
  }
  return wanted === 'admin' ? fine('an admin more') : keepsAnAdmin(facts)
}

const keepsAnAdmin = (facts: RightsFacts): RightsVerdict => {
  const isLast = facts.role === 'admin' && facts.status === 'active' && facts.otherActiveAdmins === 0
  return isLast
    ? {
        allowed: false,
        code: 'last_admin',
        because: 'This is the last active admin. Make somebody else an admin first.',
      }
    : fine('an admin remains')
}
