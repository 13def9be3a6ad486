import { TZDate } from '@date-fns/tz'

const two = (number: number): string => String(number).padStart(2, '0')

/** What the clock on the wall of a place shows, as a form holds it. */
export interface WallClock {
  /** `2026-11-24` */
  date: string
  /** `14:30` */
  time: string
}

/** The moment when a clock in `zone` shows this; null where it never does, or nothing is filled in. */
export const momentOf = ({ date, time }: WallClock, zone: string): string | null => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(`${date}T${time}`)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number)
  const moment = new Date(new TZDate(year, month - 1, day, hour, minute, zone).getTime())
  if (Number.isNaN(moment.getTime())) return null
  const shown = wallClockOf(moment.toISOString(), zone)
  return shown.date === date && shown.time === time ? moment.toISOString() : null
}

/** What a clock in `zone` shows at a moment. */
export const wallClockOf = (moment: string, zone: string): WallClock => {
  const at = new TZDate(Date.parse(moment), zone)
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}

const spoken = () => navigator.languages.find((name) => name.startsWith('en')) ?? 'en'

/** The day, on the calendar of the place. */
export const formatDayInZone = (moment: string, zone: string): string =>
  new Intl.DateTimeFormat(spoken(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  }).format(new Date(moment))

/** As people say it, on the clock of the place. */
export const formatInZone = (moment: string, zone: string): string =>
  new Intl.DateTimeFormat(spoken(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
  }).format(new Date(moment))
