import { type Json, versionDraft, type VersionDraft } from '@assay/contracts'
import { valueAt, withValueAt } from '../../drafts/draft-path.ts'
import type { MergeConflict } from '../../drafts/merge-drafts.ts'
import { flatten, unflatten, type FlatDraft } from './flat-draft.ts'

/** A place of the draft that cannot be saved as it is written, and why. */
export interface HeldBack {
  /** As in the flat draft: fields and names from the outside in. */
  path: string[]
  because: string
}

export interface Outgoing {
  /** Null: what is wrong cannot be told apart from the rest, so nothing is sent. */
  draft: VersionDraft | null
  held: HeldBack[]
}

/** Lists of texts in which a new entry may stand that nobody has written yet. */
export const withoutBlanks = (value: Json): Json => {
  if (Array.isArray(value)) {
    return value.filter((entry) => typeof entry !== 'string' || entry.trim() !== '').map(withoutBlanks)
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, withoutBlanks(inner)]))
}

const FIELD_DEPTH = { questions: 4, competencies: 4, sections: 3, preparation: 2 } as const

/**
 * The place in the flat draft for a place in the draft: names instead of numbers, and no deeper than the field, since
 * what is wrong with one entry holds back its list. Null for what concerns no single field.
 */
export const flatPath = (draft: VersionDraft, path: readonly PropertyKey[]): string[] | null => {
  const [first, place, ...rest] = path.map(String)
  if (first === undefined) return null
  if (first === 'sections') {
    const section = draft.sections[Number(place)]
    if (!section) return null
    const asked = rest[0] === 'questions' ? section.questions[Number(rest[1])] : undefined
    const found = asked ? ['questions', asked.questionId, ...rest.slice(2)] : [first, section.id, ...rest]
    const depth = asked ? FIELD_DEPTH.questions : FIELD_DEPTH.sections
    return found.length >= depth ? found.slice(0, depth) : null
  }
  if (first === 'competencies') {
    const rated = draft.competencies[Number(place)]
    return rated && rest.length >= 2 ? [first, rated.competencyId, rest[0]!, rest[1]!] : null
  }
  if (first === 'preparation') return place === undefined ? null : [first, place]
  return first === 'structureIds' || first === 'signalIds' ? null : [first]
}

/** Each place once, with the first thing that is wrong there; null when something concerns no single field. */
const wrongIn = (draft: VersionDraft): HeldBack[] | null => {
  const result = versionDraft.safeParse(draft)
  if (result.success) return []
  const wrong = new Map<string, HeldBack>()
  for (const { path, message } of result.error.issues) {
    const place = flatPath(draft, path)
    if (place === null) return null
    const key = place.join('/')
    if (!wrong.has(key)) wrong.set(key, { path: place, because: message })
  }
  return [...wrong.values()]
}

/**
 * What of a draft can be saved now. Places in dispute say what the other person wrote until somebody has chosen, and
 * places that the contract refuses say what they said before: all else is saved, and none of it waits for them.
 */
export const outgoingDraft = (
  mine: VersionDraft,
  saved: VersionDraft,
  conflicts: readonly MergeConflict[],
): Outgoing => {
  const known = [flatten(mine), flatten(saved)]
  let flat = withoutBlanks(flatten(mine)) as FlatDraft
  for (const { path, theirs } of conflicts) flat = withValueAt(flat, path, theirs)
  const wanted = unflatten(flat, known)
  const held = wrongIn(wanted)
  if (held === null) return { draft: null, held: [] }
  const before = flatten(saved)
  for (const { path } of held) flat = withValueAt(flat, path, valueAt(before, path))
  const result = versionDraft.safeParse(unflatten(flat, known))
  return { draft: result.success ? result.data : null, held }
}
