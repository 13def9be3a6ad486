import { invalid, type Refusal } from '../result.ts'
import type { Warning } from './warnings.ts'

/** When an interview was held and its scorecard submitted: ISO 8601 with an offset (`2025-03-04T10:00:00+01:00`). */
export interface InterviewDates {
  readonly candidate: string
  readonly interviewer: string
  readonly heldAt: string
  /** Left out where it is not known. */
  readonly submittedAt?: string
}

const LATE_HOURS = 48
const HOUR = 3_600_000
const FEWEST_INTERVIEWS = 2
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

const isMoment = (value: unknown): boolean =>
  typeof value === 'string' && MOMENT.test(value) && Number.isFinite(Date.parse(value))

const wrongIn = (row: InterviewDates, at: string): Refusal | undefined => {
  if (typeof row !== 'object' || row === null) return invalid(at, 'must be an interview')
  for (const name of ['candidate', 'interviewer'] as const)
    if (typeof row[name] !== 'string' || row[name] === '') return invalid(`${at}.${name}`, 'must be a name')
  if (!isMoment(row.heldAt)) return invalid(`${at}.heldAt`, 'must be a date and time with an offset')
  if (row.submittedAt !== undefined && !isMoment(row.submittedAt))
    return invalid(`${at}.submittedAt`, 'must be a date and time with an offset')
  return undefined
}

/** `invalid_input` naming the first element that is not what it must be. */
export const checkInterviews = (interviews: readonly InterviewDates[] | undefined): Refusal | undefined => {
  if (interviews === undefined) return undefined
  if (!Array.isArray(interviews)) return invalid('interviews', 'must be a list')
  for (const [i, row] of (interviews as readonly InterviewDates[]).entries()) {
    const refusal = wrongIn(row, `interviews[${i}]`)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** The day as the interview's own place counts it. */
const dayOf = (row: InterviewDates): string => row.heldAt.slice(0, 10)

const isLate = ({ heldAt, submittedAt }: InterviewDates): boolean =>
  submittedAt !== undefined && Date.parse(submittedAt) - Date.parse(heldAt) > LATE_HOURS * HOUR

const onePersonOneDay = (rows: readonly InterviewDates[]): boolean =>
  rows.length >= FEWEST_INTERVIEWS &&
  rows.every((row) => row.interviewer === rows[0]!.interviewer && dayOf(row) === dayOf(rows[0]!))

/**
 * What the dates of the interviews say against the figures: scorecards submitted more than 48 hours after the interview
 * (memory fades), and candidates all of whose two or more interviews one person held on one day (one impression).
 *
 * Severity that drifts over months is not looked for: the model holds it constant.
 *
 * @param interviews checked by {@link checkInterviews}
 * @see MEASUREMENT section 10, warnings
 */
export const warningsOfDates = (interviews: readonly InterviewDates[]): Warning[] => {
  const late = interviews.filter(isLate).map((row) => `${row.candidate} / ${row.interviewer}`)
  const same = [...Map.groupBy(interviews, (row) => row.candidate)]
    .filter(([, rows]) => onePersonOneDay(rows))
    .map(([candidate]) => candidate)
  const lists: Warning[] = [
    {
      code: 'late_scorecard',
      because: 'submitted more than 48 hours after the interview',
      about: [...new Set(late)].sort(),
    },
    {
      code: 'one_person_one_day',
      because: 'all interviews were held on the same day by one person',
      about: same.sort(),
    },
  ]
  return lists.filter((warning) => warning.about.length > 0)
}
