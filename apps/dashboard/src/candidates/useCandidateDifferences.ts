import type { CustomField, CustomValue, Json } from '@assay/contracts'
import type { Difference } from '../components/RevisionConflict.tsx'
import type { MergeConflict } from '../drafts/merge-drafts.ts'
import { type Text, useText } from '../i18n/text.ts'
import type { CandidateValues } from './candidate-form.ts'
import { useCustomFields } from './candidate-requests.ts'
import { customWords } from './CustomFacts.tsx'

/** Lists by line; of a contact what reaches somebody. */
const shown = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(shown).join('\n')
  return typeof value === 'object' ? shown(value['value']) : String(value)
}

const customDifference = (field: CustomField, { mine, theirs }: MergeConflict, text: Text): Difference => {
  const words = (value: Json | undefined) =>
    value === undefined || value === null ? '' : customWords(field, value as CustomValue, text)
  return { label: field.name, mine: words(mine), theirs: words(theirs) }
}

/** What two people wrote differently, in the words of the form. */
export const useCandidateDifferences = (conflicts: readonly MergeConflict[]): Difference[] => {
  const text = useText()
  const fields = useCustomFields() ?? []
  return conflicts.map((conflict) => {
    const [part = 'name', id] = conflict.path
    const field = part === 'customValues' && fields.find((one) => one.id === id)
    if (field) return customDifference(field, conflict, text)
    return {
      label: text(`candidate.field.${part as keyof CandidateValues}`),
      mine: shown(conflict.mine),
      theirs: shown(conflict.theirs),
    }
  })
}
