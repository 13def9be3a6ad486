import type { VersionDraft } from '@assay/contracts'
import { type InterviewKit, signals } from '@assay/interview-kits'

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
  sections: kit.sections.map(({ title, guidance, questions }) => ({
    id: newId(),
    title,
    guidance,
    questions: questions.map(({ question, minutes }) => ({
      questionId: idOf(question),
      overrides: minutes === undefined ? {} : { minutes },
    })),
  })),
})
