import type { VersionGap } from '@assay/contracts'

const FIELDS: Partial<Record<VersionGap['code'], string>> = {
  competency_without_definition: 'definition',
  competency_without_behaviours: 'strongBehaviours',
  competency_without_anchors: 'anchors',
  question_without_points: 'expectedPoints',
  question_without_red_flags: 'redFlags',
  question_without_anchors: 'anchors',
  anchor_beyond_scale: 'anchors',
}

const WHOLE: Partial<Record<VersionGap['code'], string>> = {
  nothing_to_rate: 'part-competencies',
  more_minutes_than_the_interview: 'duration',
}

export const sectionPlace = (id: string): string => `section-${id}`
export const questionPlace = (id: string, field?: string): string =>
  field ? `question-${id}-${field}` : `question-${id}`
export const competencyPlace = (id: string, field?: string): string =>
  field ? `competency-${id}-${field}` : `competency-${id}`

/** The id of the element on the page where a gap is closed: the address of the page ends with it. */
export const placeOfGap = ({ code, at }: VersionGap): string => {
  const [outer, inner] = at
  const field = FIELDS[code]
  if (outer === undefined) return WHOLE[code] ?? 'part-questions'
  if (code === 'section_is_empty') return sectionPlace(outer)
  if (code === 'competency_not_asked_about') return competencyPlace(outer)
  if (inner !== undefined) return questionPlace(inner, field)
  return competencyPlace(outer, field)
}

/** Which row has to be open for that place to be there; null when it is there anyhow. */
export const rowOfPlace = (place: string): string | null =>
  /^(?:question|competency)-([0-9a-f-]{36})-\w+$/u.exec(place)?.[1] ?? null

/** The place of something that is held back, by its path in the flat draft. */
export const placeOfPath = ([kind = '', id = '', third, field]: readonly string[]): string => {
  if (kind === 'questions') return questionPlace(id, field)
  if (kind === 'competencies') return competencyPlace(id, field)
  if (kind === 'sections') return third === 'guidance' ? `${sectionPlace(id)}-guidance` : sectionPlace(id)
  if (kind === 'preparation') return 'part-candidate'
  return kind === 'durationMinutes' ? 'duration' : 'part-interview'
}
