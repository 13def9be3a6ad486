import type { PreparationSheet, VersionContent } from '@assay/contracts'

/**
 * Built from named fields only, so that a field added to a version later does not reach a candidate by itself. A
 * competency that has no words for candidates is left out rather than shown with words meant for the panel.
 */
export const preparationSheetOf = (name: string, content: VersionContent): PreparationSheet => ({
  name,
  durationMinutes: content.durationMinutes,
  about: content.preparation.about,
  topics: content.preparation.topics,
  judged: content.competencies
    .filter(({ forCandidates }) => forCandidates.trim() !== '')
    .map((competency) => ({ name: competency.name, words: competency.forCandidates })),
})
