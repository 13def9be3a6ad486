import { comparableSets } from './connectivity.ts'
import type { Panel } from './panel.ts'
import { familiesOf } from './priors.ts'

const setsOf = (panel: Panel, question: ArrayLike<number>, questions: number): Int32Array =>
  comparableSets({
    candidates: panel.candidates.length,
    interviewers: panel.interviewers.length,
    questions,
    candidate: panel.candidate,
    interviewer: panel.interviewer,
    question,
  })

/** Sets of comparable candidates, with versions of one question taken as one, and without. */
export const linksOf = (panel: Panel): { sets: Int32Array; strictSets: Int32Array } => {
  const strictSets = setsOf(panel, panel.question, panel.questions.length)
  const families = familiesOf(panel.questions)
  if (families.length === panel.questions.length) return { sets: strictSets, strictSets }
  const family = new Int32Array(panel.questions.length)
  for (const [f, members] of families.entries()) for (const i of members) family[i] = f
  return {
    sets: setsOf(
      panel,
      panel.question.map((i) => family[i]!),
      families.length,
    ),
    strictSets,
  }
}
