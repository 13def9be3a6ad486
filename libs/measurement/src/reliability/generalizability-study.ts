import { invalid, tooLittle, type Result } from '../result.ts'
import { varianceComponents, type VarianceComponents } from './variance-components.ts'

export interface GeneralizabilityInput {
  /** p x i: candidates by questions; p x (r:t): interviewers within a task or team; p x r x i: candidates by interviewers by questions. */
  readonly design: 'p x i' | 'p x (r:t)' | 'p x r x i'
  readonly ratings: readonly {
    readonly candidate: string
    readonly interviewer?: string
    readonly question?: string
    readonly task?: string
    readonly value: number
  }[]
}

type Facet = 'candidate' | 'interviewer' | 'question' | 'task'

/** The random effects of each design, by the facets that make them up; the last interaction is the residual. */
const DESIGNS: Readonly<Record<GeneralizabilityInput['design'], readonly (readonly Facet[])[]>> = {
  'p x i': [['candidate'], ['question']],
  'p x (r:t)': [['candidate'], ['task'], ['interviewer', 'task'], ['candidate', 'task']],
  'p x r x i': [
    ['candidate'],
    ['interviewer'],
    ['question'],
    ['candidate', 'interviewer'],
    ['candidate', 'question'],
    ['interviewer', 'question'],
  ],
}

const FEWEST_CANDIDATES = 10

/**
 * Generalizability study: how much of the variance of marks lies in each source, by REML.
 *
 * @param input the design and one row per mark, with the facets the design names
 * @returns components by source (`candidate`, `candidate:question`, .. and `residual`);
 *   `too_little_data` with fewer than ten candidates; otherwise as {@link varianceComponents}
 * @see Brennan 2001, Generalizability Theory, ch. 3-4
 */
export const generalizabilityStudy = (
  input: GeneralizabilityInput,
): Result<{ readonly components: VarianceComponents['components']; readonly candidates: number }> => {
  const effects = Object.hasOwn(DESIGNS, input.design) ? DESIGNS[input.design] : undefined
  if (effects === undefined) return invalid('design', `must be one of ${Object.keys(DESIGNS).join(', ')}`)
  if (!Array.isArray(input.ratings)) return invalid('ratings', 'must be a list')
  const rows: GeneralizabilityInput['ratings'] = input.ratings
  for (const [o, row] of rows.entries()) {
    for (const facet of new Set(effects.flat()))
      if (typeof row?.[facet] !== 'string') return invalid(`ratings[${o}].${facet}`, 'must be a name')
    if (typeof row.value !== 'number' || !Number.isFinite(row.value))
      return invalid(`ratings[${o}].value`, 'must be a finite number')
  }
  const candidates = new Set(rows.map((row) => row.candidate)).size
  if (candidates < FEWEST_CANDIDATES) return tooLittle(`${candidates} candidates; needs ${FEWEST_CANDIDATES}`)
  const factors = Object.fromEntries(
    effects.map((facets) => [
      facets.join(':'),
      rows.map((row) => JSON.stringify(facets.map((facet) => row[facet]))),
    ]),
  )
  const found = varianceComponents({ response: rows.map((row) => row.value), factors })
  return found.status === 'ok' ? { status: 'ok', components: found.components, candidates } : found
}
