import type { Json } from '@assay/contracts'
import type { Difference } from '../components/RevisionConflict.tsx'
import type { MergeConflict } from '../drafts/merge-drafts.ts'
import { type TextKey, useText } from '../i18n/text.ts'

const partOf: Record<string, TextKey> = {
  stages: 'job.part.pipeline',
  team: 'job.part.team',
  approvalGroups: 'job.part.approval',
  levelProfileId: 'job.field.levelProfile',
}

const shown = (value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(shown).join('\n')
  if (typeof value === 'object')
    return typeof value['name'] === 'string' ? value['name'] : JSON.stringify(value)
  return String(value)
}

/** What two people wrote differently, in the words of the form. */
export const useJobDifferences = (conflicts: readonly MergeConflict[]): Difference[] => {
  const text = useText()
  return conflicts.map(({ path, mine, theirs }) => {
    const [field = ''] = path
    const label = text(partOf[field] ?? (`job.field.${field}` as TextKey))
    return {
      label: path.length > 1 ? `${label} (${path.at(-1)})` : label,
      mine: shown(mine),
      theirs: shown(theirs),
    }
  })
}
