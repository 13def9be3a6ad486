import { role, session, type AuditEvent, type Role, type Session } from '@assay/contracts'
import { formatList } from '../i18n/formats.ts'
import type { Text } from '../i18n/text.ts'

const isEnd = (value: unknown): value is NonNullable<Session['endedBecause']> =>
  session.shape.endedBecause.unwrap().safeParse(value).success

/**
 * A session is told by its owner's name, and the entry has no id of theirs. Only disabling is done to somebody else, so
 * the same name is the same person in every other case.
 */
const isOwnEnd = ({ action, actorName, subjectName, details }: AuditEvent): boolean =>
  action === 'session.ended' &&
  actorName !== null &&
  actorName === subjectName &&
  details.because !== 'disabled'

const reason = ({ because }: AuditEvent['details'], text: Text): string =>
  isEnd(because) ? text('audit.because', { why: text(`audit.endedBecause.${because}`) }) : ''

/** Reads one entry as a person would tell it. */
export const auditSentence = (event: AuditEvent, text: Text): string => {
  const gone = (id: string | null, otherwise: string) => (id ? text('audit.gone') : otherwise)
  return text(isOwnEnd(event) ? 'audit.endedOwn' : `audit.sentence.${event.action}`, {
    because: reason(event.details, text),
    actor: event.actorName ?? gone(event.actorId, text('audit.assay')),
    subject: event.subjectName ?? gone(event.subjectId, text('audit.someone')),
  })
}

const isRole = (value: string): value is Role => role.safeParse(value).success

/** A value from the details in words, as far as it has any. */
const inWords = (value: unknown, text: Text): string => {
  if (Array.isArray(value)) return formatList(value.map((part) => inWords(part, text)))
  if (typeof value !== 'string') return JSON.stringify(value)
  return isRole(value) ? text(`role.${value}`) : value.replaceAll('_', ' ')
}

const spaced = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()

/** What was recorded beside the sentence, as name and value. A change has no name and stands as "from → to". */
export const auditDetails = (
  details: AuditEvent['details'],
  text: Text,
): { name: string; value: string }[] => {
  const { from, to, ...others } = details
  const changed = from !== undefined && to !== undefined
  return [
    ...(changed ? [{ name: '', value: `${inWords(from, text)} → ${inWords(to, text)}` }] : []),
    ...Object.entries(others).map(([name, value]) => ({ name: spaced(name), value: inWords(value, text) })),
  ]
}

/** Entries of one day together, in the order they came in. */
export const byDay = (
  events: readonly AuditEvent[],
  dayOf: (moment: string) => string,
): [string, AuditEvent[]][] => {
  const days = new Map<string, AuditEvent[]>()
  for (const event of events) {
    const day = dayOf(event.at)
    days.set(day, [...(days.get(day) ?? []), event])
  }
  return [...days]
}
