const DAY = /^\d{4}-\d{2}-\d{2}$/

const edge = (day: string, time: string): string | null => {
  const at = DAY.test(day) ? new Date(`${day}T${time}`) : null
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : null
}

/** The first moment of a day, where the reader is; null for half-typed days. */
export const startOfDay = (day: string): string | null => edge(day, '00:00:00.000')
export const endOfDay = (day: string): string | null => edge(day, '23:59:59.999')

/** The reader's day a moment falls on, as a date field wants it. */
export const dayOf = (moment: string): string => {
  const at = new Date(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
