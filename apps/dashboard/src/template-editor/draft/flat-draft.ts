import type { VersionDraft } from '@assay/contracts'

type Section = VersionDraft['sections'][number]
type Asked = Section['questions'][number]

/**
 * A draft with its questions out of their sections: where a question stands is a fact about it, like its texts. So one
 * person may move a question while another writes on it, and neither undoes the other.
 */
export type FlatDraft = Omit<VersionDraft, 'sections' | 'structureIds' | 'signalIds'> & {
  structures: { id: string }[]
  signals: { id: string }[]
  sections: (Pick<Section, 'id' | 'title' | 'guidance'> & { order: { questionId: string }[] })[]
  questions: (Asked & { sectionId: string })[]
}

export const flatten = ({ sections, structureIds, signalIds, ...head }: VersionDraft): FlatDraft => ({
  ...head,
  structures: structureIds.map((id) => ({ id })),
  signals: signalIds.map((id) => ({ id })),
  sections: sections.map(({ questions, ...section }) => ({
    ...section,
    order: questions.map(({ questionId }) => ({ questionId })),
  })),
  questions: sections.flatMap(({ id, questions }) => questions.map((asked) => ({ ...asked, sectionId: id }))),
})

/** `others` know the sections that one side took out while the other put a question into them: those come back. */
export const unflatten = (
  { structures, signals, sections, questions, ...head }: FlatDraft,
  others: readonly FlatDraft[] = [],
): VersionDraft => {
  const wanted = new Set(questions.map(({ sectionId }) => sectionId))
  for (const { id } of sections) wanted.delete(id)
  const back = [...wanted].flatMap((id) => {
    const found = others.flatMap((other) => other.sections).find((section) => section.id === id)
    return found ? [found] : []
  })
  return {
    ...head,
    structureIds: structures.map(({ id }) => id),
    signalIds: signals.map(({ id }) => id),
    sections: [...sections, ...back].map(({ id, title, guidance, order }) => {
      const here = questions.filter(({ sectionId }) => sectionId === id)
      const place = (questionId: string): number => {
        const found = order.findIndex((one) => one.questionId === questionId)
        return found === -1 ? order.length : found
      }
      return {
        id,
        title,
        guidance,
        questions: here
          .toSorted((one, other) => place(one.questionId) - place(other.questionId))
          .map(({ questionId, overrides }) => ({ questionId, overrides })),
      }
    }),
  }
}
