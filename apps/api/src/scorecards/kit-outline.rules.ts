import { type Scale, type ScorecardDraft, tickLists, type VersionContent } from '@assay/contracts'

/** What a scorecard may name of its version: ids and lengths, without the texts. */
export interface KitOutline {
  scale: Scale
  competencies: readonly { id: string; name: string }[]
  /** By id, how many entries each list of a question has. */
  questions: ReadonlyMap<string, Record<(typeof tickLists)[number], number>>
  structures: ReadonlyMap<string, ReadonlySet<string>>
  signals: ReadonlySet<string>
}

export const outlineOf = (content: VersionContent): KitOutline => ({
  scale: content.scale,
  competencies: content.competencies.map(({ id, name }) => ({ id, name })),
  questions: new Map(
    content.sections.flatMap(({ questions }) =>
      questions.map(({ id, expectedPoints, seniorExtras, redFlags }) => [
        id,
        {
          expectedPoints: expectedPoints.length,
          seniorExtras: seniorExtras.length,
          redFlags: redFlags.length,
        },
      ]),
    ),
  ),
  structures: new Map(content.structures.map(({ id, steps }) => [id, new Set(steps.map(({ key }) => key))])),
  signals: new Set(content.signals.map(({ id }) => id)),
})

const NO_QUESTION = 'This question is not in the kit of this interview.'
const NO_COMPETENCY = 'This competency is not rated in this interview.'

type Problems = Record<string, string>

const questionProblems = (draft: ScorecardDraft, kit: KitOutline, problems: Problems): void => {
  for (const [id, answer] of Object.entries(draft.questions)) {
    const lists = kit.questions.get(id)
    if (!lists) {
      problems[`questions.${id}`] = NO_QUESTION
      continue
    }
    for (const list of tickLists) {
      const beyond = Object.keys(answer[list]).some((place) => Number(place) >= lists[list])
      if (beyond) problems[`questions.${id}.${list}`] = 'The question has no such entry.'
    }
  }
}

const listProblems = (draft: ScorecardDraft, kit: KitOutline, problems: Problems): void => {
  for (const [id, steps] of Object.entries(draft.structures)) {
    const known = kit.structures.get(id)
    if (!known) problems[`structures.${id}`] = 'This answer structure is not in the kit of this interview.'
    else if (Object.keys(steps).some((key) => !known.has(key))) {
      problems[`structures.${id}`] = 'The answer structure has no such step.'
    }
  }
  for (const id of Object.keys(draft.signals)) {
    if (!kit.signals.has(id)) problems[`signals.${id}`] = 'This signal is not in the kit of this interview.'
  }
}

const ratingProblems = (draft: ScorecardDraft, kit: KitOutline, problems: Problems): void => {
  const rated = new Set(kit.competencies.map(({ id }) => id))
  for (const [id, { level, evidence }] of Object.entries(draft.ratings)) {
    if (!rated.has(id)) {
      problems[`ratings.${id}`] = NO_COMPETENCY
      continue
    }
    if (typeof level === 'number' && level > kit.scale) {
      problems[`ratings.${id}.level`] = `The scale of this interview ends at ${kit.scale}.`
    }
    for (const [key, { questionId }] of Object.entries(evidence)) {
      if (questionId !== null && !kit.questions.has(questionId)) {
        problems[`ratings.${id}.evidence.${key}.questionId`] = NO_QUESTION
      }
    }
  }
  for (const id of Object.keys(draft.handOff)) {
    if (!rated.has(id) && !kit.questions.has(id)) {
      problems[`handOff.${id}`] = 'This is neither a question nor a competency of the kit.'
    }
  }
}

/** What a draft names that its version does not have: by field, in words. */
export const problemsOf = (draft: ScorecardDraft, kit: KitOutline): Problems => {
  const problems: Problems = {}
  questionProblems(draft, kit, problems)
  listProblems(draft, kit, problems)
  ratingProblems(draft, kit, problems)
  return problems
}
