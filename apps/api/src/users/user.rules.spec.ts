import { describe, expect, test } from '@jest/globals'
import { mayChangeRole, mayDisable, type RightsFacts } from './user.rules.ts'

const facts = (over: Partial<RightsFacts> = {}): RightsFacts => ({
  actorId: 'ada',
  userId: 'grace',
  role: 'admin',
  status: 'active',
  otherActiveAdmins: 1,
  ...over,
})

describe('disabling a person', () => {
  test('is allowed while another admin remains', () => {
    expect(mayDisable(facts()).allowed).toBe(true)
  })

  test('is refused for the last active admin', () => {
    expect(mayDisable(facts({ otherActiveAdmins: 0 })).code).toBe('last_admin')
  })

  test('is refused for oneself', () => {
    expect(mayDisable(facts({ userId: 'ada' })).code).toBe('own_account')
  })

  test('is allowed for an admin who was only invited: they never were active', () => {
    expect(mayDisable(facts({ status: 'invited', otherActiveAdmins: 0 })).allowed).toBe(true)
  })
})

describe('changing a role', () => {
  test('of the last admin is refused', () => {
    expect(mayChangeRole(facts({ otherActiveAdmins: 0 }), 'interviewer').code).toBe('last_admin')
  })

  test('of oneself is refused', () => {
    expect(mayChangeRole(facts({ userId: 'ada' }), 'interviewer').code).toBe('own_account')
  })

  test('to the role that is held changes nothing and is allowed', () => {
    expect(mayChangeRole(facts({ userId: 'ada' }), 'admin').allowed).toBe(true)
  })

  test('upwards is always allowed', () => {
    expect(mayChangeRole(facts({ role: 'recruiter' }), 'admin').allowed).toBe(true)
  })
})
