import { TZDate } from '@date-fns/tz'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library'

interface Person {
  name: string
  email: string
}

/** What a calendar is told about an interview. What anybody thinks of the candidate is no part of it. */
export interface CalendarFacts {
  id: string
  /** Counts what attendees have to be told (RFC 5545, 3.8.7.4). */
  sequence: number
  /** When this was last changed. */
  updatedAt: Date
  startsAt: Date
  endsAt: Date
  timeZone: string
  template: string
  candidate: string
  job: string
  place: string | null
  link: string | null
  isOver: boolean
  organizer: Person | null
  panel: readonly Person[]
}

/** A file to be opened, an invitation, or what takes an entry away again (RFC 5546). */
export type CalendarMethod = 'publish' | 'request' | 'cancel'

const METHODS = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
} as const

const known = new Set(tzlib_get_timezones())

/** A zone as calendars describe it. Its name may be another one: Asia/Calcutta is Asia/Kolkata by now. */
const zoneOf = (name: string): { name: string; block: string } | null => {
  if (!known.has(name)) return null
  const [block = '', line = ''] = tzlib_get_ical_block(name)
  return { name: line.replace('TZID=', ''), block }
}

/** An iCalendar entry with its time zone (RFC 5545); a zone that no calendar knows is told in UTC. */
export const calendarOf = (facts: CalendarFacts, method: CalendarMethod, address: string): string => {
  const zone = zoneOf(facts.timeZone)
  const at = (moment: Date): Date => (zone ? new TZDate(moment.getTime(), zone.name) : moment)
  const calendar = ical({
    prodId: '//Assay//Interviews//EN',
    method: METHODS[method],
    timezone: { name: null, generator: () => zone?.block ?? null },
  })
  const isGone = facts.isOver || method === 'cancel'
  calendar.createEvent({
    id: `${facts.id}@assay`,
    sequence: facts.sequence,
    stamp: facts.updatedAt,
    start: at(facts.startsAt),
    end: at(facts.endsAt),
    timezone: zone?.name ?? null,
    summary: `${facts.template}: ${facts.candidate}`,
    description: [facts.job, facts.link, address].filter((line) => line !== null).join('\n'),
    location: facts.place ?? facts.link,
    url: address,
    status: isGone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(facts.organizer ? { organizer: facts.organizer } : {}),
    attendees: facts.panel.map(({ name, email }) => ({ name, email, rsvp: method === 'request' })),
  })
  return calendar.toString()
}
