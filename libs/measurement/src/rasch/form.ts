import { invalid, type Refusal } from '../result.ts'
import type { Form } from './fair-score.ts'
import type { Panel } from './panel.ts'

/** The form fair scores are told on, by name. Left out: the scale with most ratings and every question rated on it. */
export interface FormInput {
  readonly scale?: string
  readonly questions?: readonly string[]
}

const fullestScale = (panel: Panel): number => {
  const counts = panel.scales.map(() => 0)
  for (const s of panel.scale) counts[s]! += 1
  return counts.indexOf(Math.max(...counts))
}

/** Questions with ratings on a scale (and of a competency, where one is given), ascending. */
export const questionsRated = (panel: Panel, scale: number, competency?: number): number[] => {
  const seen = new Set<number>()
  for (let o = 0; o < panel.question.length; o++) {
    if (panel.scale[o] !== scale || (competency !== undefined && panel.competency[o] !== competency)) continue
    seen.add(panel.question[o]!)
  }
  return [...seen].sort((a, b) => a - b)
}

/** The form by code; `invalid_input` where it names a scale or question without a rating. */
export const readForm = (panel: Panel, input: FormInput | undefined): Form | Refusal => {
  const scale = input?.scale === undefined ? fullestScale(panel) : panel.scales.indexOf(input.scale)
  if (scale < 0) return invalid('form.scale', `no rating on scale ${JSON.stringify(input?.scale)}`)
  if (input?.questions === undefined) return { scale, questions: questionsRated(panel, scale) }
  if (!Array.isArray(input.questions) || input.questions.length === 0)
    return invalid('form.questions', 'must be a list of names')
  const questions: number[] = []
  for (const [i, name] of input.questions.entries()) {
    const code = panel.questions.indexOf(name)
    if (code < 0) return invalid(`form.questions[${i}]`, `no rating on question ${JSON.stringify(name)}`)
    questions.push(code)
  }
  return { scale, questions }
}
