import { bankEntries, type InterviewTemplateVersion, type Json } from '@assay/contracts'
import { changedPlaces } from '../../drafts/changed-places.ts'
import type { Text } from '../../i18n/text.ts'
import { flatten } from '../draft/flat-draft.ts'
import { placeOfPath } from '../draft/gap-place.ts'
import { placeLabel } from '../notices/conflict-words.ts'
import type { HeldPlace } from './held-places.ts'

/** An entry of the bank is written on in the row that names it: there its fields are those of the override. */
const inDraft = ([kind = '', id = '', ...rest]: string[]): string[] =>
  kind === 'questions' || kind === 'competencies' ? [kind, id, 'overrides', ...rest] : [kind, id]

/** Where a draft says something else than when it was read: written by others, or in the question bank. */
export const changedWords = (
  seen: InterviewTemplateVersion | null,
  now: InterviewTemplateVersion | undefined,
  text: Text,
): HeldPlace[] => {
  if (!seen?.draft || !now?.draft || !now.bank) return []
  const context = { draft: now.draft, bank: bankEntries(now.bank), text }
  const paths = [
    ...changedPlaces(flatten(seen.draft), flatten(now.draft)),
    ...changedPlaces(seen.bank as unknown as Json, now.bank as unknown as Json).map(inDraft),
  ]
  const places = new Map(paths.map((path) => [placeLabel(path, context), placeOfPath(path)]))
  return [...places].map(([words, place]) => ({ place, words }))
}
