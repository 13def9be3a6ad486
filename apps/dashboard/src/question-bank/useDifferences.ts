import { type Json, levelNames } from '@assay/contracts'
import type { Difference } from '../components/RevisionConflict.tsx'
import type { MergeConflict } from '../drafts/merge-drafts.ts'
import { useText, type TextKey } from '../i18n/text.ts'
import type { BankResource } from './bank-kind.ts'
import { useAreas, useChoices } from './bank-names.ts'

type Named = (name: string) => string

/** A value as a reader sees it: texts as they are, lists by line, the words of an entry that carries some. */
const shown = (value: Json | undefined, named: Named): string => {
  if (value === undefined || value === null || value === '') return '—'
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map((one) => shown(one, named)).join('\n')
  if (typeof value === 'object') {
    const { text, competencyId } = value
    return shown(text ?? competencyId ?? JSON.stringify(value), named)
  }
  return named(String(value))
}

/** What two people wrote differently, in words: field by field, an anchor under the name of its level. */
export const useDifferences = (resource: BankResource, conflicts: readonly MergeConflict[]): Difference[] => {
  const text = useText()
  const entries = [...useChoices('competencies'), ...useChoices('answer-structures'), ...useAreas()]
  const named: Named = (name) => entries.find(({ value }) => value === name)?.label ?? name
  const inside = ([field, place]: readonly string[]): string => {
    if (place === undefined) return ''
    const level = field === 'anchors' && levelNames[4][Number(place) - 1]
    return ` · ${level ? text(`rating.${level}`) : named(place)}`
  }
  return conflicts.map(({ path, mine, theirs }) => ({
    label: text(`bank.field.${path[0]}` as TextKey) + inside(path),
    mine: shown(mine, named),
    theirs: shown(theirs, named),
  }))
}
