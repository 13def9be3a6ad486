import { z } from 'zod'
import { line } from './text.ts'

/** So many working days an interviewer may put reminders off, at most. */
export const MOST_SNOOZE_DAYS = 5

const isWorkingDay = (day: Date): boolean => day.getUTCDay() >= 1 && day.getUTCDay() <= 5

/** The day that a calendar in `zone` shows, as `2026-11-24`. */
export const dayIn = (moment: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).format(moment)

/** The next days, Monday to Friday, after the one that a calendar in `zone` shows now: to any of them it may be put off. */
export const snoozeDays = (now: Date, zone: string): string[] => {
  const days: string[] = []
  const day = new Date(`${dayIn(now, zone)}T00:00:00Z`)
  while (days.length < MOST_SNOOZE_DAYS) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (isWorkingDay(day)) days.push(day.toISOString().slice(0, 10))
  }
  return days
}

/** No reminders of one's own scorecard until nine o'clock of this day. */
export const snoozeReminders = z
  .strictObject({
    until: z.iso.date('This is not a date.'),
    because: line(300),
  })
  .meta({ id: 'SnoozeReminders' })
export type SnoozeReminders = z.infer<typeof snoozeReminders>
