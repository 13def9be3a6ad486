import type { TimelineEntry } from '@assay/contracts'
import { formatList } from '../../i18n/formats.ts'
import { useText } from '../../i18n/text.ts'
import type { CandidateValues } from '../candidate-form.ts'
import { useCustomFields } from '../candidate-requests.ts'

const CUSTOM = 'customValues.'

/** What happened, in a line. */
export const useEntryWords = (): ((entry: TimelineEntry) => string) => {
  const text = useText()
  const custom = useCustomFields() ?? []
  const fieldName = (field: string): string => {
    const own = field.startsWith(CUSTOM) && custom.find(({ id }) => field === CUSTOM + id)
    if (own) return own.name
    // A field that is not asked any more has no name here.
    const known = field.startsWith(CUSTOM) ? 'customValues' : field
    return text(`candidate.field.${known as keyof CandidateValues}`)
  }
  return (entry) => {
    switch (entry.about) {
      case 'candidate':
        return text(`timeline.candidate.${entry.kind}`, {
          name: entry.other?.name ?? text('timeline.somebody'),
          fields: formatList([...new Set(entry.fields.map(fieldName))]),
        })
      case 'application':
        return text(`application.change.${entry.kind}`, { stage: entry.stage })
      case 'interview':
        return text(`timeline.interview.${entry.kind}`, { template: entry.interview.template })
      case 'document':
        return text(`timeline.document.${entry.kind}`, { name: entry.document.name })
    }
  }
}
