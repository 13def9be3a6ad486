import { describe, expect, test } from '@jest/globals'
import { type CalendarFacts, type CalendarMethod, calendarOf } from './interview-calendar.ts'

const facts: CalendarFacts = {
  id: '0197a000-0000-7000-8000-000000000001',
  sequence: 2,
  updatedAt: new Date('2026-11-23T09:00:00Z'),
  startsAt: new Date('2026-12-01T15:00:00Z'),
  endsAt: new Date('2026-12-01T16:00:00Z'),
  timeZone: 'America/New_York',
  template: 'Python fundamentals',
  candidate: 'Zoë Ünal; "the; second", or\nthird',
  job: 'Backend engineer',
  place: 'Room 4',
  link: 'https://meet.example/abc',
  isOver: false,
  organizer: { name: 'Rita Recruiter', email: 'rita@north.example' },
  panel: [{ name: 'Ines Duarte', email: 'ines@north.example' }],
}
const ADDRESS = 'https://assay.example/interviews/1'

/** Long lines are folded (RFC 5545, 3.1). */
const linesOf = (method: CalendarMethod, more: Partial<CalendarFacts> = {}): string[] =>
  calendarOf({ ...facts, ...more }, method, ADDRESS)
    .replaceAll('\r\n ', '')
    .split('\r\n')

describe('an interview in a calendar', () => {
  test('has its own identity, the count of its changes, and the clock of its place', () => {
    const lines = linesOf('request')
    for (const line of [
      'METHOD:REQUEST',
      'BEGIN:VTIMEZONE',
      'TZID:America/New_York',
      'UID:0197a000-0000-7000-8000-000000000001@assay',
      'SEQUENCE:2',
      'DTSTAMP:20261123T090000Z',
      'DTSTART;TZID=America/New_York:20261201T100000',
      'DTEND;TZID=America/New_York:20261201T110000',
      'STATUS:CONFIRMED',
    ]) {
      expect(lines).toContain(line)
    }
    expect(lines.find((line) => line.startsWith('ATTENDEE'))).toContain('MAILTO:ines@north.example')
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toContain('mailto:rita@north.example')
  })

  test('is taken away under the same identity', () => {
    const lines = linesOf('cancel', { sequence: 3 })
    expect(lines).toContain('METHOD:CANCEL')
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines).toContain('SEQUENCE:3')
    expect(lines).toContain('UID:0197a000-0000-7000-8000-000000000001@assay')
    expect(linesOf('publish', { isOver: true })).toContain('STATUS:CANCELLED')
  })

  test.each([
    ['2026-03-29T00:30:00Z', '20260329T013000'],
    ['2026-03-29T01:30:00Z', '20260329T033000'],
    ['2026-10-25T00:30:00Z', '20261025T023000'],
    ['2026-10-25T01:30:00Z', '20261025T023000'],
  ])('around the hours that clocks skip and repeat, %s is %s in Berlin', (moment, wall) => {
    const startsAt = new Date(moment)
    const endsAt = new Date(startsAt.getTime() + 3_600_000)
    const lines = linesOf('request', { timeZone: 'Europe/Berlin', startsAt, endsAt })
    expect(lines).toContain(`DTSTART;TZID=Europe/Berlin:${wall}`)
  })

  test('a zone under its older name is described under the newer one', () => {
    const lines = linesOf('request', { timeZone: 'Asia/Calcutta' })
    expect(lines).toContain('TZID:Asia/Kolkata')
    expect(lines).toContain('DTSTART;TZID=Asia/Kolkata:20261201T203000')
  })

  test('a zone that no calendar knows is told in UTC', () => {
    expect(linesOf('request', { timeZone: 'Nowhere/Atall' })).toContain('DTSTART:20261201T150000Z')
  })

  test('words that people typed stay in their line', () => {
    const lines = linesOf('request')
    expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual([
      String.raw`SUMMARY:Python fundamentals: Zoë Ünal\; "the\; second"\, or\nthird`,
    ])
    expect(lines.every((line) => Buffer.byteLength(line) > 0 || line === '')).toBe(true)
    for (const line of calendarOf(facts, 'request', ADDRESS).split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
  })
})
