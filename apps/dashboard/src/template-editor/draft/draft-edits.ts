import {
  type CompetencyText,
  type Json,
  type QuestionText,
  sameJson,
  type VersionCompetency,
  type VersionDraft,
  type VersionQuestion,
} from '@assay/contracts'
import { moved } from '../../components/entry-list.ts'

export type DraftSection = VersionDraft['sections'][number]
export type AskedQuestion = DraftSection['questions'][number]
export type RatedCompetency = VersionDraft['competencies'][number]
/** One change of a draft. It gives the same draft back when there is nothing to do. */
export type Edit = (draft: VersionDraft) => VersionDraft

export const setFacts =
  (facts: Partial<Pick<VersionDraft, 'durationMinutes' | 'instructions' | 'preparation'>>): Edit =>
  (draft) => ({ ...draft, ...facts })

export const setListed =
  (list: Partial<Pick<VersionDraft, 'structureIds' | 'signalIds'>>): Edit =>
  (draft) => ({ ...draft, ...list })

const inSection =
  (sectionId: string, change: (section: DraftSection) => DraftSection): Edit =>
  (draft) => ({
    ...draft,
    sections: draft.sections.map((section) => (section.id === sectionId ? change(section) : section)),
  })

export const addSection =
  (id: string, title: string): Edit =>
  (draft) => ({ ...draft, sections: [...draft.sections, { id, title, guidance: '', questions: [] }] })

export const setSection = (
  sectionId: string,
  texts: Partial<Pick<DraftSection, 'title' | 'guidance'>>,
): Edit => inSection(sectionId, (section) => ({ ...section, ...texts }))

export const removeSection =
  (sectionId: string): Edit =>
  (draft) => ({ ...draft, sections: draft.sections.filter(({ id }) => id !== sectionId) })

export const moveSection =
  (sectionId: string, to: number): Edit =>
  (draft) => {
    const from = draft.sections.findIndex(({ id }) => id === sectionId)
    if (from === -1 || to < 0 || to >= draft.sections.length) return draft
    return { ...draft, sections: moved(draft.sections, from, to) }
  }

export interface QuestionPlace {
  sectionId: string
  place: number
}

export const placeOf = (draft: VersionDraft, questionId: string): QuestionPlace | null => {
  for (const { id, questions } of draft.sections) {
    const place = questions.findIndex((asked) => asked.questionId === questionId)
    if (place !== -1) return { sectionId: id, place }
  }
  return null
}

/** Where one step up or down leads: past the end of a section into the next one. */
export const stepFrom = (draft: VersionDraft, questionId: string, by: 1 | -1): QuestionPlace | null => {
  const here = placeOf(draft, questionId)
  if (!here) return null
  const at = draft.sections.findIndex(({ id }) => id === here.sectionId)
  const place = here.place + by
  if (place >= 0 && place < draft.sections[at]!.questions.length) return { ...here, place }
  const next = draft.sections[at + by]
  return next ? { sectionId: next.id, place: by === 1 ? 0 : next.questions.length } : null
}

export const moveQuestion =
  (questionId: string, to: QuestionPlace): Edit =>
  (draft) => {
    const here = placeOf(draft, questionId)
    const asked = draft.sections.flatMap(({ questions }) => questions)
    const moving = asked.find((one) => one.questionId === questionId)
    if (!here || !moving || (here.sectionId === to.sectionId && here.place === to.place)) return draft
    return {
      ...draft,
      sections: draft.sections.map((section) => {
        if (section.id !== here.sectionId && section.id !== to.sectionId) return section
        const left = section.questions.filter((one) => one !== moving)
        return {
          ...section,
          questions: section.id === to.sectionId ? left.toSpliced(to.place, 0, moving) : left,
        }
      }),
    }
  }

export const addQuestions =
  (sectionId: string, questionIds: readonly string[]): Edit =>
  (draft) => {
    const fresh = questionIds.filter((questionId) => placeOf(draft, questionId) === null)
    const asked = fresh.map((questionId) => ({ questionId, overrides: {} }))
    return inSection(sectionId, (section) => ({ ...section, questions: [...section.questions, ...asked] }))(
      draft,
    )
  }

export const removeQuestion =
  (questionId: string): Edit =>
  (draft) => {
    const here = placeOf(draft, questionId)
    if (!here) return draft
    return inSection(here.sectionId, (section) => ({
      ...section,
      questions: section.questions.filter((asked) => asked.questionId !== questionId),
    }))(draft)
  }

/** What says the same as the bank is no override: it follows the bank again. */
const overridden = <Texts extends object>(overrides: Texts, said: Texts, entry: object): Texts => {
  const bank = entry as Record<string, Json>
  return Object.fromEntries(
    Object.entries({ ...overrides, ...said }).filter(
      ([field, value]) => value !== undefined && !sameJson(value as Json, bank[field]),
    ),
  ) as Texts
}

/** Puts texts of a question otherwise in this version; `undefined` follows the bank again. */
export const sayQuestion =
  (entry: VersionQuestion, said: { [Field in keyof QuestionText]?: QuestionText[Field] | undefined }): Edit =>
  (draft) => {
    const here = placeOf(draft, entry.id)
    if (!here) return draft
    return inSection(here.sectionId, (section) => ({
      ...section,
      questions: section.questions.map((asked) =>
        asked.questionId === entry.id
          ? { ...asked, overrides: overridden(asked.overrides, said as object, entry) }
          : asked,
      ),
    }))(draft)
  }

export const sayCompetency =
  (
    entry: VersionCompetency,
    said: { [Field in keyof CompetencyText]?: CompetencyText[Field] | undefined },
  ): Edit =>
  (draft) => ({
    ...draft,
    competencies: draft.competencies.map((rated) =>
      rated.competencyId === entry.id
        ? { ...rated, overrides: overridden(rated.overrides, said as object, entry) }
        : rated,
    ),
  })

export const addCompetencies =
  (ids: readonly string[]): Edit =>
  (draft) => {
    const fresh = ids.filter((id) => draft.competencies.every(({ competencyId }) => competencyId !== id))
    const rated = fresh.map((competencyId) => ({ competencyId, overrides: {} }))
    return { ...draft, competencies: [...draft.competencies, ...rated] }
  }

export const removeCompetency =
  (id: string): Edit =>
  (draft) => ({
    ...draft,
    competencies: draft.competencies.filter(({ competencyId }) => competencyId !== id),
  })

export const moveCompetency =
  (id: string, to: number): Edit =>
  (draft) => {
    const from = draft.competencies.findIndex(({ competencyId }) => competencyId === id)
    if (from === -1 || to < 0 || to >= draft.competencies.length) return draft
    return { ...draft, competencies: moved(draft.competencies, from, to) }
  }
