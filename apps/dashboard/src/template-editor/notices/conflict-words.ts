import type { BankEntries, Json, VersionDraft } from '@assay/contracts'
import { isFields } from '@assay/contracts'
import type { MergeConflict } from '../../drafts/merge-drafts.ts'
import type { Text, TextKey } from '../../i18n/text.ts'

export interface ConflictContext {
  draft: VersionDraft
  bank: BankEntries
  text: Text
}

const WHOLE: Record<string, TextKey> = {
  durationMinutes: 'templateEditor.duration.label',
  scale: 'templateEditor.scale.label',
  instructions: 'templateEditor.instructions.label',
  about: 'templateEditor.preparation.about',
  topics: 'templateEditor.preparation.topics',
  title: 'bank.field.title',
  guidance: 'templateEditor.section.guidance',
  sectionId: 'templateEditor.conflict.stands',
}

const fieldName = (field: string, text: Text): string => {
  const own = WHOLE[field]
  return own ? text(own) : text(`bank.field.${field}` as TextKey)
}

const nameOf = ([kind, id = '']: readonly string[], { draft, bank, text }: ConflictContext): string => {
  if (kind === 'questions') return bank.questions.get(id)?.title ?? ''
  if (kind === 'competencies') return bank.competencies.get(id)?.name ?? ''
  const section = draft.sections.find((one) => one.id === id)
  return section?.title ?? text('templateEditor.conflict.section')
}

/** What two people wrote on, in words: "GIL: Red flags". */
export const conflictLabel = (path: readonly string[], context: ConflictContext): string => {
  const [kind = ''] = path
  if (kind !== 'questions' && kind !== 'competencies' && kind !== 'sections')
    return fieldName(path.at(kind === 'preparation' ? 1 : 0) ?? '', context.text)
  const name = nameOf(path, context)
  const [field, level] = path.slice(kind === 'sections' || path[2] === 'sectionId' ? 2 : 3)
  if (field === undefined) return name
  const words = fieldName(field, context.text)
  return level === undefined
    ? context.text('templateEditor.conflict.of', { name, field: words })
    : context.text('templateEditor.conflict.ofLevel', { name, field: words, level })
}

const LISTS: Record<string, TextKey> = {
  competencies: 'templateEditor.part.competencies',
  sections: 'templateEditor.part.questions',
  questions: 'templateEditor.part.questions',
  structures: 'templateEditor.structures',
  signals: 'templateEditor.signals',
}

/** Any place of the flat draft in words, also where no two people can write on the same: lists and their order. */
export const placeLabel = (path: readonly string[], context: ConflictContext): string => {
  const [kind = '', id, field] = path
  const list = LISTS[kind]
  if (list && (id === undefined || kind === 'structures' || kind === 'signals')) return context.text(list)
  if (kind === 'sections' && field === 'order') {
    const words = context.text('templateEditor.recovered.order')
    return context.text('templateEditor.conflict.of', { name: nameOf(path, context), field: words })
  }
  return conflictLabel(path, context)
}

/** An entry of a list, or an anchor with its level. */
const entryWords = (entry: Json): string => {
  if (typeof entry === 'string') return entry
  if (!isFields(entry)) return JSON.stringify(entry)
  const { level, text } = entry
  return [level, text].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
}

/** One side of it, as it would be read. */
export const conflictText = (
  { path }: Pick<MergeConflict, 'path'>,
  value: Json | undefined,
  { draft, text }: ConflictContext,
): string => {
  if (value === undefined || value === null)
    return text(path.length > 3 ? 'templateEditor.conflict.bank' : 'templateEditor.conflict.gone')
  if (path.at(-1) === 'sectionId')
    return draft.sections.find(({ id }) => id === value)?.title ?? text('templateEditor.conflict.section')
  if (Array.isArray(value)) return value.map(entryWords).join('\n')
  if (isFields(value)) return text('templateEditor.conflict.kept')
  return String(value)
}
