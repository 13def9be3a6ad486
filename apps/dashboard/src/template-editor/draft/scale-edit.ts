import type { Anchor, BankEntries, Scale, VersionDraft } from '@assay/contracts'
import { withScale } from '../../components/anchors.ts'
import { sayCompetency, sayQuestion, type Edit } from './draft-edits.ts'

/** A fifth level that nobody has written yet is no text to put otherwise. */
const rescaled = (anchors: readonly Anchor[], scale: Scale): Anchor[] =>
  withScale(anchors, scale).filter((anchor) => anchor.text !== '')

/**
 * Another scale. With the bank, each anchor keeps the name of its level: on five levels the upper two stand one higher
 * and the middle is still to be written. Without, each keeps its number.
 */
export const setScale =
  (scale: Scale, bank: BankEntries | null): Edit =>
  (draft) => {
    if (draft.scale === scale) return draft
    return bank === null ? { ...draft, scale } : { ...movedAnchors(draft, scale, bank), scale }
  }

const movedAnchors = (draft: VersionDraft, scale: Scale, bank: BankEntries): VersionDraft => {
  const edits: Edit[] = []
  for (const { competencyId, overrides } of draft.competencies) {
    const entry = bank.competencies.get(competencyId)
    if (entry)
      edits.push(sayCompetency(entry, { anchors: rescaled(overrides.anchors ?? entry.anchors, scale) }))
  }
  for (const { questionId, overrides } of draft.sections.flatMap(({ questions }) => questions)) {
    const entry = bank.questions.get(questionId)
    if (entry)
      edits.push(sayQuestion(entry, { anchors: rescaled(overrides.anchors ?? entry.anchors, scale) }))
  }
  return edits.reduce((changed, edit) => edit(changed), draft)
}
