import type { VersionDraft } from '@assay/contracts'

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
