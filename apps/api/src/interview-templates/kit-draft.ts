import { type BankEntries, competencyText, questionText, type VersionDraft } from '@assay/contracts'
import { competencies, type InterviewKit, questions, signals } from '@assay/interview-kits'
import { isDeepStrictEqual } from 'node:util'

/**
 * A built-in kit as the draft of a version: its keys become the ids that the organization's question bank has for them.
 * `newId` names the sections. Every kit shows all general signals.
 */
export const draftOfKit = (
  kit: InterviewKit,
  idOf: (key: string) => string,
  newId: () => string,
): VersionDraft => ({
  durationMinutes: kit.durationMinutes,
  scale: kit.scale,
  instructions: kit.instructions,
  preparation: { about: kit.preparation.about, topics: [...kit.preparation.topics] },
  competencies: kit.competencies.map((key) => ({ competencyId: idOf(key), overrides: {} })),
  structureIds: kit.structures.map(idOf),
  signalIds: signals.map(({ key }) => idOf(key)),
  sections: kit.sections.map(({ title, guidance, questions: asked }) => ({
    id: newId(),
    title,
    guidance,
    questions: asked.map(({ question, minutes }) => ({
      questionId: idOf(question),
      overrides: minutes === undefined ? {} : { minutes },
    })),
  })),
})

type Fields = Record<string, unknown>

/** What the edition says otherwise than the bank, which keeps the words that people know. */
const otherThanBank = (fields: readonly string[], edition: object, bank: object | undefined): Fields =>
  bank === undefined
    ? {}
    : Object.fromEntries(
        fields
          .filter((field) => !isDeepStrictEqual((edition as Fields)[field], (bank as Fields)[field]))
          .map((field) => [field, (edition as Fields)[field]]),
      )

/**
 * A newer edition of a kit as a draft over the bank as it is. A section that is there under the same title stays that
 * section, so that the two versions can be compared.
 */
export const editionDraft = (
  kit: InterviewKit,
  house: { bank: BankEntries; idOf: (key: string) => string; newId: () => string; before: VersionDraft },
): VersionDraft => {
  const { bank, idOf, newId, before } = house
  const draft = draftOfKit(kit, idOf, newId)
  const wordsOf = <Entry extends { key: string }>(entries: readonly Entry[]) =>
    new Map(entries.map((entry) => [idOf(entry.key), entry]))
  const [rated, asked] = [wordsOf(competencies), wordsOf(questions)]
  return {
    ...draft,
    competencies: draft.competencies.map(({ competencyId }) => ({
      competencyId,
      overrides: otherThanBank(
        Object.keys(competencyText.shape),
        rated.get(competencyId) ?? {},
        bank.competencies.get(competencyId),
      ),
    })),
    sections: draft.sections.map((section) => ({
      ...section,
      id: before.sections.find(({ title }) => title === section.title)?.id ?? section.id,
      questions: section.questions.map(({ questionId, overrides }) => ({
        questionId,
        overrides: {
          ...otherThanBank(
            Object.keys(questionText.shape),
            asked.get(questionId) ?? {},
            bank.questions.get(questionId),
          ),
          ...overrides,
        },
      })),
    })),
  }
}
