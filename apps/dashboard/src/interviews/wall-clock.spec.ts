import { describe, expect, test } from '@jest/globals'
import { momentOf, wallClockOf } from './wall-clock.ts'

describe('a clock on a wall', () => {
  test.each([
    ['2026-11-24', '14:30', 'Europe/Stockholm', '2026-11-24T13:30:00.000Z'],
    ['2026-07-01', '09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['2026-01-01', '00:15', 'Asia/Kolkata', '2025-12-31T18:45:00.000Z'],
    ['2026-03-29', '03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s %s in %s is %s, and back', (date, time, zone, moment) => {
    expect(momentOf({ date, time }, zone)).toBe(moment)
    expect(wallClockOf(moment, zone)).toEqual({ date, time })
  })

  test('an hour that the clocks skip is no time', () => {
    expect(momentOf({ date: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toBeNull()
  })

  test('an hour that they repeat is one of the two', () => {
    const moment = momentOf({ date: '2026-10-25', time: '02:30' }, 'Europe/Berlin')
    expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(moment)
  })

  test.each([
    ['', '10:00'],
    ['2026-11-24', ''],
    ['2026-02-30', '10:00'],
    ['2026-11-24', '25:00'],
  ])('%s %s is no time', (date, time) => {
    expect(momentOf({ date, time }, 'UTC')).toBeNull()
  })
})
