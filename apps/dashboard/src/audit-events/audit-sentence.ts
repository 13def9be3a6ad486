import type { AuditEvent } from '@assay/contracts'
import type { Text } from '../i18n/text.ts'

/** Reads one entry as a person would tell it. */
export const auditSentence = (event: AuditEvent, text: Text): string => {
  const gone = (id: string | null, otherwise: string) => (id ? text('audit.gone') : otherwise)
  return text(`audit.sentence.${event.action}`, {
    actor: event.actorName ?? gone(event.actorId, text('audit.assay')),
    subject: event.subjectName ?? gone(event.subjectId, text('audit.someone')),
  })
}

/** A value from the details in words, as far as it has any. */
const inWords = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(inWords).join(', ')
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

const spaced = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()

/** What was recorded beside the sentence, flattened to name and value. A change stands as "from → to". */
export const auditDetails = (details: AuditEvent['details']): { name: string; value: string }[] => {
  const { from, to, ...others } = details
  const change =
    from !== undefined && to !== undefined ? [{ name: '', value: `${inWords(from)} → ${inWords(to)}` }] : []
  return [
    ...change,
    ...Object.entries(others).map(([name, value]) => ({ name: spaced(name), value: inWords(value) })),
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
