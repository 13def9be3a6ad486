import { dayIn } from '@assay/contracts'
import { TZDate } from '@date-fns/tz'

const HOUR_MS = 3_600_000

/** After so many reminders in vain the hiring managers are told, with the next one. */
export const REMINDERS_BEFORE_ESCALATION = 3

export interface Debt {
  /** The end of the interview, or since when it is owed where that is later. */
  since: Date
  /** IANA name: where nine o'clock is read. */
  timeZone: string
  snoozedUntil: Date | null
}

/** Nine o'clock of a day (`2026-11-24`) on the clock of a place. */
export const nineOClock = (day: string, zone: string): Date => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(new TZDate(year, month - 1, date, 9, zone).getTime())
}

const isWorkingDay = (moment: Date, zone: string): boolean => {
  const weekday = new TZDate(moment.getTime(), zone).getDay()
  return weekday >= 1 && weekday <= 5
}

/**
 * The reminder that is due: one hour after, then at nine o'clock of each working day that follows. Of several that were
 * missed, the last. Null while none is. It follows from the clock alone: whoever asks in the meantime gets the same.
 */
export const slotAt = ({ since, timeZone, snoozedUntil }: Debt, now: Date): Date | null => {
  const first = new Date(since.getTime() + HOUR_MS)
  if (now < first) return null
  const slot = lastMorning(first, now, timeZone) ?? first
  return snoozedUntil !== null && slot < snoozedUntil ? null : slot
}

/** The last nine o'clock of a working day that has come, on a later day than `first`. */
const lastMorning = (first: Date, now: Date, zone: string): Date | null => {
  const firstDay = dayIn(first, zone)
  const day = new Date(`${dayIn(now, zone)}T00:00:00Z`)
  for (; day.toISOString().slice(0, 10) > firstDay; day.setUTCDate(day.getUTCDate() - 1)) {
    const morning = nineOClock(day.toISOString().slice(0, 10), zone)
    if (morning <= now && isWorkingDay(morning, zone)) return morning
  }
  return null
}
