const language = (): string => navigator.languages.find((name) => name.startsWith('en')) ?? 'en'

const momentFormat = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' })
const exactFormat = new Intl.DateTimeFormat(language(), { dateStyle: 'full', timeStyle: 'long' })
const dayFormat = new Intl.DateTimeFormat(language(), { dateStyle: 'full' })
const dateFormat = new Intl.DateTimeFormat(language(), { dateStyle: 'medium' })
const calendarFormat = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' })
const timeFormat = new Intl.DateTimeFormat(language(), { timeStyle: 'medium' })
const numberFormat = new Intl.NumberFormat(language())
const tenthsFormat = new Intl.NumberFormat(language(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const hundredthsFormat = new Intl.NumberFormat(language(), {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const shareFormat = new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 })
const relativeFormat = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
const listFormat = new Intl.ListFormat(language(), { type: 'conjunction' })

const STEPS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

export const formatMoment = (moment: string): string => momentFormat.format(new Date(moment))
/** With weekday and zone, for a tooltip. */
export const formatExactly = (moment: string): string => exactFormat.format(new Date(moment))
export const formatDay = (moment: string): string => dayFormat.format(new Date(moment))
export const formatDate = (moment: string): string => dateFormat.format(new Date(moment))
/** A day of the calendar, `2026-11-23`: the same wherever it is read. */
export const formatCalendarDay = (day: string): string => calendarFormat.format(new Date(`${day}T00:00:00Z`))
export const formatTime = (moment: string): string => timeFormat.format(new Date(moment))
export const formatNumber = (count: number): string => numberFormat.format(count)
/** A mean or a score: one decimal says all it can. */
export const formatTenths = (figure: number): string => tenthsFormat.format(figure)
export const formatHundredths = (figure: number): string => hundredthsFormat.format(figure)
/** 0.12 as "12%". */
export const formatShare = (share: number): string => shareFormat.format(share)
export const formatList = (parts: readonly string[]): string => listFormat.format(parts)

/** "3 hours ago", "in 5 days", "this minute". */
export const formatRelative = (moment: string, now = Date.now()): string => {
  const seconds = (Date.parse(moment) - now) / 1_000
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return relativeFormat.format(Math.trunc(seconds / length), unit)
  }
  return relativeFormat.format(0, 'minute')
}
