import { describe, expect, it } from '@jest/globals'
import { dayOf, endOfDay, startOfDay } from './days.ts'

describe('days of the audit filter', () => {
  it('begin and end where the reader is, and read back as the same day', () => {
    const [first, last] = [startOfDay('2026-03-29'), endOfDay('2026-03-29')]
    expect([dayOf(first ?? ''), dayOf(last ?? '')]).toEqual(['2026-03-29', '2026-03-29'])
    expect(Date.parse(last ?? '')).toBeGreaterThan(Date.parse(first ?? ''))
  })

  it.each(['', '2026-13-01', '2026-1-1', 'yesterday'])('are not made from %j', (typed) => {
    expect(startOfDay(typed)).toBeNull()
  })
})
