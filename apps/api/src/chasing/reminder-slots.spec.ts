import { snoozeDays } from '@assay/contracts'
import { expect, test } from '@jest/globals'
import { nineOClock, slotAt } from './reminder-slots.ts'

const slot = (since: string, now: string, timeZone = 'Europe/Berlin', snoozedUntil: string | null = null) =>
  slotAt(
    { since: new Date(since), timeZone, snoozedUntil: snoozedUntil === null ? null : new Date(snoozedUntil) },
    new Date(now),
  )?.toISOString() ?? null

// Tuesday the 24th of November 2026; Berlin is an hour ahead of UTC.
const END = '2026-11-24T15:00:00Z'

test('an hour after the end, then at nine of each working day', () => {
  expect(slot(END, '2026-11-24T15:59:59Z')).toBeNull()
  expect(slot(END, '2026-11-24T16:00:00Z')).toBe('2026-11-24T16:00:00.000Z')
  expect(slot(END, '2026-11-25T07:59:59Z')).toBe('2026-11-24T16:00:00.000Z')
  expect(slot(END, '2026-11-25T08:00:00Z')).toBe('2026-11-25T08:00:00.000Z')
  expect(slot(END, '2026-11-26T12:00:00Z')).toBe('2026-11-26T08:00:00.000Z')
})

test('nobody is reminded on a Saturday or a Sunday, and of days that were missed only the last counts', () => {
  expect(slot(END, '2026-11-28T12:00:00Z')).toBe('2026-11-27T08:00:00.000Z')
  expect(slot(END, '2026-11-29T22:59:00Z')).toBe('2026-11-27T08:00:00.000Z')
  expect(slot(END, '2026-11-30T08:00:00Z')).toBe('2026-11-30T08:00:00.000Z')
})

test('an interview that ended early in the morning, or on a weekend, has its first hour all the same', () => {
  expect(slot('2026-11-24T06:30:00Z', '2026-11-24T12:00:00Z')).toBe('2026-11-24T07:30:00.000Z')
  expect(slot('2026-11-28T12:00:00Z', '2026-11-29T12:00:00Z')).toBe('2026-11-28T13:00:00.000Z')
  // An hour after it is the next day already, and past nine o'clock of the day before.
  expect(slot('2026-11-24T22:30:00Z', '2026-11-25T10:00:00Z')).toBe('2026-11-24T23:30:00.000Z')
})

test('nine o’clock is nine on the wall, in summer as in winter, wherever it hangs', () => {
  // Berlin sets its clocks back on the 25th of October 2026, New York on the 1st of November.
  expect(slot('2026-10-23T12:00:00Z', '2026-10-23T23:00:00Z')).toBe('2026-10-23T13:00:00.000Z')
  expect(slot('2026-10-22T12:00:00Z', '2026-10-23T07:00:00Z')).toBe('2026-10-23T07:00:00.000Z')
  expect(slot('2026-10-22T12:00:00Z', '2026-10-26T07:59:00Z')).toBe('2026-10-23T07:00:00.000Z')
  expect(slot('2026-10-22T12:00:00Z', '2026-10-26T08:00:00Z')).toBe('2026-10-26T08:00:00.000Z')
  expect(slot('2026-10-29T18:00:00Z', '2026-11-02T14:00:00Z', 'America/New_York')).toBe(
    '2026-11-02T14:00:00.000Z',
  )
  expect(nineOClock('2026-11-24', 'Asia/Kathmandu').toISOString()).toBe('2026-11-24T03:15:00.000Z')
  expect(nineOClock('2026-11-24', 'Pacific/Kiritimati').toISOString()).toBe('2026-11-23T19:00:00.000Z')
})

test('what was put off comes back at nine of that day', () => {
  const until = nineOClock('2026-11-27', 'Europe/Berlin').toISOString()
  expect(slot(END, '2026-11-26T12:00:00Z', 'Europe/Berlin', until)).toBeNull()
  expect(slot(END, '2026-11-27T08:00:00Z', 'Europe/Berlin', until)).toBe('2026-11-27T08:00:00.000Z')
})

test('it may be put off to one of the five next working days of the place', () => {
  expect(snoozeDays(new Date('2026-11-27T12:00:00Z'), 'Europe/Berlin')).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
  ])
  // In Auckland it is Saturday already, in Los Angeles still Friday.
  expect(snoozeDays(new Date('2026-11-28T02:00:00Z'), 'Pacific/Auckland')[0]).toBe('2026-11-30')
  expect(snoozeDays(new Date('2026-11-26T02:00:00Z'), 'America/Los_Angeles')[0]).toBe('2026-11-26')
})
