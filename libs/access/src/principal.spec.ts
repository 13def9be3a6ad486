import { describe, expect, test } from '@jest/globals'
import { permissionNames, roles, tokenScopes } from '@assay/contracts'
import { mayUse, type Principal } from './principal.ts'

const principal = (over: Partial<Principal>): Principal => ({
  organizationId: 'o',
  userId: 'u',
  role: 'admin',
  sessionId: 's',
  scopes: null,
  ...over,
})

describe('an API token', () => {
  test('never reaches further than its owner, whatever scopes it was made with', () => {
    for (const role of roles) {
      for (const permission of permissionNames) {
        const asToken = mayUse(principal({ role, sessionId: null, scopes: permissionNames }), permission)
        const asPerson = mayUse(principal({ role }), permission)
        expect(asToken.allowed && !asPerson.allowed).toBe(false)
      }
    }
  })

  test('cannot do what needs a person at a browser', () => {
    const verdict = mayUse(
      principal({ sessionId: null, scopes: ['own-api-tokens.manage'] }),
      'own-api-tokens.manage',
    )
    expect(verdict.allowed).toBe(false)
    expect(tokenScopes).not.toContain('own-api-tokens.manage')
  })

  test('carries only its scopes', () => {
    const token = principal({ sessionId: null, scopes: ['users.read'] })
    expect(mayUse(token, 'users.read').allowed).toBe(true)
    expect(mayUse(token, 'audit.read').allowed).toBe(false)
  })
})

test('a role without a right is told so in words', () => {
  expect(mayUse(principal({ role: 'interviewer' }), 'users.manage')).toEqual({
    allowed: false,
    because: 'Your role (interviewer) does not include this.',
  })
})
