import { role, type AuditEvent, type Role } from '@assay/contracts'
import { formatList } from '../i18n/formats.ts'
import type { Text } from '../i18n/text.ts'

/** Reads one entry as a person would tell it. */
export const auditSentence = (event: AuditEvent, text: Text): string => {
  const gone = (id: string | null, otherwise: string) => (id ? text('audit.gone') : otherwise)
  return text(`audit.sentence.${event.action}`, {
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
