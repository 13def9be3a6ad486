import type { Permission } from '@assay/contracts'
import type { AuthProvider } from 'ra-core'
import { signInAddress } from '../sessions/return-address.ts'
import { currentSession, dropSession, heldSession, loadSession } from './current-session.ts'
import { asProblem } from './problem.ts'
import { send } from './send.ts'

const bank = {
  list: 'question-bank.read',
  show: 'question-bank.read',
  create: 'question-bank.manage',
  edit: 'question-bank.manage',
} as const

/** react-admin's actions on a resource, in the words of the permission table. What is not listed is denied. */
const needed: Record<string, Partial<Record<string, Permission>>> = {
  users: { list: 'users.read', show: 'users.read', create: 'users.manage', edit: 'users.manage' },
  'audit-events': { list: 'audit.read', show: 'audit.read' },
  organization: { show: 'organization.read', edit: 'organization.update' },
  questions: bank,
  competencies: bank,
  'answer-structures': bank,
  signals: bank,
  'level-profiles': bank,
  areas: { list: 'question-bank.read', show: 'question-bank.read' },
}

/** React-admin may sign out twice in a row; the second time the way back stands in the address already. */
const toComeBack = (): string =>
  location.pathname === '/sign-in'
    ? location.pathname + location.search
    : signInAddress(location.pathname + location.search + location.hash)

const toSignIn = () => ({ redirectTo: toComeBack(), message: false as const, logoutUser: true })

export const authProvider: AuthProvider = {
  /** Signing in is a page of its own, outside react-admin. */
  login: async () => {},

  /** A wish to leave ends the session on the server; an expired one has ended there already. */
  logout: async (params?: { wanted?: boolean }) => {
    const back = params?.wanted ? '/sign-in' : toComeBack()
    if (params?.wanted) await send('/sessions/current', { method: 'DELETE' })
    dropSession()
    return back
  },

  /** A server that does not answer has not signed anyone out: the layout says so and offers to try again. */
  checkAuth: async () => {
    await currentSession().catch((error: unknown) => {
      if (asProblem(error).status === 401) throw toSignIn()
    })
  },

  /**
   * By the time a 401 arrives here it was refreshed once and the person was asked to sign in over the page, so it is
   * final. A 403 never signs out: rights may have changed meanwhile, so they are asked for anew.
   */
  checkError: async (thrown: unknown) => {
    const { status } = asProblem(thrown)
    if (status === 401) throw toSignIn()
    if (status === 403) void loadSession().catch(() => undefined)
  },

  getIdentity: async () => {
    const { user } = await currentSession()
    return { id: user.id, fullName: user.name, email: user.email, role: user.role }
  },

  getPermissions: async () => (await currentSession()).permissions,

  /** Only hides: the server decides. */
  canAccess: async ({ resource, action }) => {
    const permission = needed[resource]?.[action]
    const session = heldSession() ?? (await currentSession())
    return permission !== undefined && session.permissions.includes(permission)
  },
}
