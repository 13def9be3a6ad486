import {
  type ApplicationStatus,
  fold,
  RETENTION_GRACE_DAYS,
  RETENTION_SOON_DAYS,
  type RetentionMode,
  type RetentionOutcome,
} from '@assay/contracts'

/** Days are written `2026-11-23` everywhere here: as such they compare and sort. */
export interface RuleVersion {
  id: string
  jobId: string | null
  office: string | null
  outcome: RetentionOutcome
  /** Null: from its day on the more general rule holds. */
  months: number | null
  mode: RetentionMode
  validFrom: string
  createdAt: Date
}

const placeOf = ({ jobId, office, outcome }: Pick<RuleVersion, 'jobId' | 'office' | 'outcome'>): string =>
  JSON.stringify([jobId, office === null ? null : fold(office), outcome])

/** Of two versions for one day, the one that was written later holds. */
const isLater = (one: RuleVersion, other: RuleVersion): boolean =>
  one.validFrom === other.validFrom
    ? one.createdAt > other.createdAt ||
      (one.createdAt.getTime() === other.createdAt.getTime() && one.id > other.id)
    : one.validFrom > other.validFrom

/** The version that holds on a day, for each place and outcome that has one. */
const holdingOn = (rules: readonly RuleVersion[], day: string): Map<string, RuleVersion> => {
  const holding = new Map<string, RuleVersion>()
  for (const rule of rules) {
    if (rule.validFrom > day) continue
    const before = holding.get(placeOf(rule))
    if (!before || isLater(rule, before)) holding.set(placeOf(rule), rule)
  }
  return holding
}

/** Where each version stands on a day. One that was replaced before its day came is past as well. */
export const statesOf = (
  rules: readonly RuleVersion[],
  day: string,
): Map<string, 'future' | 'current' | 'past'> => {
  const holding = holdingOn(rules, day)
  const isReplaced = (rule: RuleVersion): boolean =>
    rules.some(
      (other) =>
        other.validFrom === rule.validFrom && placeOf(other) === placeOf(rule) && isLater(other, rule),
    )
  return new Map(
    rules.map((rule) => {
      if (holding.get(placeOf(rule)) === rule) return [rule.id, 'current']
      return [rule.id, rule.validFrom > day && !isReplaced(rule) ? 'future' : 'past']
    }),
  )
}

export interface EndedApplication {
  /** Null where nobody applied: then only the general rule can hold. */
  jobId: string | null
  office: string | null
  status: ApplicationStatus | 'no_application'
  /** The day it got this status. */
  since: string
}

type Terms = Pick<RuleVersion, 'mode'> & { months: number }

/** What holds for an application on a day: the rule of its job, else of its office, else the general one. */
export const termsOn = (
  rules: readonly RuleVersion[],
  day: string,
): ((application: Omit<EndedApplication, 'since'>) => Terms | null) => {
  const holding = holdingOn(rules, day)
  return ({ jobId, office, status: outcome }) => {
    if (outcome === 'active') return null
    const places = [
      ...(jobId === null ? [] : [{ jobId, office: null, outcome }]),
      ...(office === null ? [] : [{ jobId: null, office, outcome }]),
      { jobId: null, office: null, outcome },
    ]
    for (const place of places) {
      const rule = holding.get(placeOf(place))
      if (rule && rule.months !== null) return { months: rule.months, mode: rule.mode }
    }
    return null
  }
}

/** In a month that is too short, its last day. */
export const addMonths = (day: string, months: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export interface RetentionFacts {
  /** Of all records of the person. */
  applications: readonly EndedApplication[]
  /** The day on which the last of these records was changed: it counts where nobody applied. */
  changedOn: string
  /** A person said that the data is kept until then. */
  keptUntil: string | null
  /** How it was marked before. */
  mark: { mode: RetentionMode; markedOn: string } | null
}

export interface RetentionVerdict {
  dueOn: string
  isDue: boolean
  mode: RetentionMode
  erasesOn: string | null
  lastEndedOn: string
  markedOn: string
}

const latest = (days: readonly string[]): string => days.reduce((one, other) => (one > other ? one : other))

const neverApplied = (since: string): EndedApplication => ({
  jobId: null,
  office: null,
  status: 'no_application',
  since,
})

/**
 * Whether somebody's data has had its time on `day`, or will have soon; null while it is kept. It is due when the last of
 * their applications is: one that is active, or has no rule, keeps everything. Who never applied is due by a rule of
 * its own, counted from when the record was last changed. Without a person only what every rule
 * says so for is erased, and never before the days of grace since it was marked so are over.
 */
export const judgeRetention = (
  { applications: all, changedOn, keptUntil, mark }: RetentionFacts,
  termsOf: ReturnType<typeof termsOn>,
  day: string,
): RetentionVerdict | null => {
  const applications = all.length > 0 ? all : [neverApplied(changedOn)]
  const days: string[] = keptUntil === null ? [] : [keptUntil]
  let mode: RetentionMode = 'automatic'
  for (const application of applications) {
    const terms = termsOf(application)
    if (!terms) return null
    days.push(addMonths(application.since, terms.months))
    if (terms.mode === 'ask') mode = 'ask'
  }
  const dueOn = latest(days)
  if (dueOn > addDays(day, RETENTION_SOON_DAYS)) return null
  const markedOn = mark?.mode === mode ? mark.markedOn : day
  const erasesOn = mode === 'automatic' ? latest([dueOn, addDays(markedOn, RETENTION_GRACE_DAYS)]) : null
  const lastEndedOn = latest(applications.map(({ since }) => since))
  return { dueOn, isDue: dueOn <= day, mode, erasesOn, lastEndedOn, markedOn }
}
