import type { VersionStatus } from '@assay/contracts'

/** On top of every page of what is not in force, so that nobody interviews from it by mistake. */
const MARKS: Record<VersionStatus, string | null> = {
  draft: 'Draft – not published',
  in_review: 'In review – not published',
  published: null,
  retired: 'Retired – no longer in use',
}
export const markOf = (status: VersionStatus): string | null => MARKS[status]

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
export const dayInWords = (date: Date): string => day.format(date)
