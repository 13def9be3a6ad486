import { describe, expect, it } from '@jest/globals'
import { formatRelative } from './formats.ts'

const now = Date.parse('2026-11-23T12:00:00.000Z')

describe('times as people say them', () => {
  it.each([
    ['2026-11-23T11:59:40.000Z', 'this minute'],
    ['2026-11-23T11:55:00.000Z', '5 minutes ago'],
    ['2026-11-23T09:00:00.000Z', '3 hours ago'],
    ['2026-11-22T11:00:00.000Z', 'yesterday'],
    ['2026-11-28T13:00:00.000Z', 'in 5 days'],
    ['2026-09-20T12:00:00.000Z', '2 months ago'],
    ['2024-11-01T12:00:00.000Z', '2 years ago'],
  ])('%s is %s', (moment, said) => {
    expect(formatRelative(moment, now)).toBe(said)
  })
})
