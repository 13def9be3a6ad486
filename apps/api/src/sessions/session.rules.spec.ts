import { describe, expect, test } from '@jest/globals'
import { judgeRefresh, type RefreshFacts } from './session.rules.ts'

const facts = (over: Partial<RefreshFacts> = {}): RefreshFacts => ({
  userStatus: 'active',
  sessionEnded: false,
  sessionExpired: false,
  usedSecondsAgo: null,
  ...over,
})

describe('a refresh token', () => {
  test('works the first time', () => {
    expect(judgeRefresh(facts())).toEqual({ allowed: true, because: 'first use' })
  })

  test('works again within ten seconds, for a second tab or a lost answer', () => {
    expect(judgeRefresh(facts({ usedSecondsAgo: 10 })).allowed).toBe(true)
  })

  test('betrays a copy when it is used later', () => {
    expect(judgeRefresh(facts({ usedSecondsAgo: 10.1 }))).toEqual({ allowed: false, because: 'used again' })
  })

  test('is worth nothing once its session ended, even within the leeway', () => {
    expect(judgeRefresh(facts({ sessionEnded: true, usedSecondsAgo: 1 })).because).toBe('ended')
  })

  test('is worth nothing for somebody who is not active', () => {
    expect(judgeRefresh(facts({ userStatus: 'disabled' })).because).toBe('not active')
  })
})
