import { invalid, notIdentified, type Refusal, type Result } from '../result.ts'

/** Variance components by source; `residual` is what no other source takes. */
export interface Sources {
  readonly candidate: number
  readonly interviewer: number
  readonly question: number
  readonly candidateInterviewer: number
  readonly candidateQuestion: number
  readonly interviewerQuestion: number
  readonly residual: number
}

export interface DecisionStudyInput {
  readonly components: Readonly<Record<string, number>>
  readonly raters: readonly number[]
  readonly questions: readonly number[]
  /** `crossed` (default): every interviewer asks the same questions; `nested`: each asks their own. */
  readonly design?: 'crossed' | 'nested'
}

export interface DecisionStudyRow {
  readonly raters: number
  readonly questions: number
  /** For comparing candidates who all met the same interviewers on the same questions. */
  readonly generalizability: number
  /** For candidates who met different ones, unadjusted. */
  readonly dependability: number
  /** For candidates who met different ones, once severity and difficulty are adjusted for. */
  readonly adjusted: number
  /** Standard error of a candidate's mean, absolute, in the units of the ratings. */
  readonly sem: number
}

const FACETS: Readonly<Record<string, string>> = {
  candidate: 'c',
  candidates: 'c',
  person: 'c',
  applicant: 'c',
  p: 'c',
  c: 'c',
  interviewer: 'i',
  interviewers: 'i',
  rater: 'i',
  judge: 'i',
  r: 'i',
  question: 'q',
  questions: 'q',
  item: 'q',
  i: 'q',
  q: 'q',
}

const SOURCES: Readonly<Record<string, keyof Sources>> = {
  c: 'candidate',
  i: 'interviewer',
  q: 'question',
  ci: 'candidateInterviewer',
  cq: 'candidateQuestion',
  iq: 'interviewerQuestion',
  ciq: 'residual',
  residual: 'residual',
  error: 'residual',
}

/** `candidate x question`, `rater:item`, `p*r` .. as one of the sources; undefined where it is none. */
const sourceOf = (name: string): keyof Sources | undefined => {
  const key = name.trim().toLowerCase()
  if (Object.hasOwn(SOURCES, key) && key.length > 2) return SOURCES[key]
  const parts = key
    .split(/\s*[:*×]\s*|\s+x\s+/)
    .map((part) => (Object.hasOwn(FACETS, part) ? FACETS[part]! : '?'))
  const code = parts.sort().join('')
  return Object.hasOwn(SOURCES, code) ? SOURCES[code] : undefined
}

const readSources = (components: DecisionStudyInput['components']): Sources | Refusal => {
  const sources = {
    candidate: 0,
    interviewer: 0,
    question: 0,
    candidateInterviewer: 0,
    candidateQuestion: 0,
    interviewerQuestion: 0,
    residual: 0,
  }
  if (typeof components !== 'object' || components === null)
    return invalid('components', 'must name variances')
  for (const [name, variance] of Object.entries(components)) {
    const source = sourceOf(name)
    if (source === undefined)
      return invalid(`components.${name}`, 'is no source of variance this study knows')
    if (typeof variance !== 'number' || !Number.isFinite(variance) || variance < 0)
      return invalid(`components.${name}`, 'must be a variance, not negative')
    sources[source] += variance
  }
  return sources
}

const checkSizes = (sizes: readonly number[], name: string): Refusal | undefined => {
  if (!Array.isArray(sizes) || sizes.length === 0) return invalid(name, 'must be a list of numbers')
  const bad = sizes.findIndex((size) => !Number.isInteger(size) || size < 1)
  return bad < 0 ? undefined : invalid(`${name}[${bad}]`, 'must be a whole number from 1')
}

const rowOf = (s: Sources, raters: number, asked: { each: number; nested: boolean }): DecisionStudyRow => {
  const marks = raters * asked.each
  const questions = asked.nested ? marks : asked.each
  const relative = s.candidateInterviewer / raters + s.candidateQuestion / questions + s.residual / marks
  const crossedOut = relative + s.interviewerQuestion / marks
  const absolute = crossedOut + s.interviewer / raters + s.question / questions
  return {
    raters,
    questions: asked.each,
    generalizability: s.candidate / (s.candidate + relative),
    dependability: s.candidate / (s.candidate + absolute),
    adjusted: s.candidate / (s.candidate + crossedOut),
    sem: Math.sqrt(absolute),
  }
}

/**
 * Decision study: how reliable a mean over so many interviewers and questions would be. *How many are enough?*
 *
 * σ²(δ) = σ²_ci / n_i + σ²_cq / n_q + σ²_e / (n_i n_q), Eρ² = σ²_c / (σ²_c + σ²(δ));
 * σ²(Δ) = σ²(δ) + σ²_i / n_i + σ²_q / n_q + σ²_iq / (n_i n_q), Φ = σ²_c / (σ²_c + σ²(Δ)).
 * Nested: every interviewer asks questions of their own, so n_q counts them all.
 *
 * @param input variances by source (`candidate`, `interviewer`, `question`, their interactions as `candidate:question`,
 *   `residual`; p, r, i and rater, item are understood), sizes to try
 * @returns one row per combination; coefficients from 0 to 1, `sem` in the units of the ratings
 * @see Cronbach, Gleser, Nanda & Rajaratnam 1972; Brennan 2001, Generalizability Theory
 */
export const decisionStudy = (
  input: DecisionStudyInput,
): Result<{ readonly rows: readonly DecisionStudyRow[] }> => {
  const sources = readSources(input.components)
  if ('status' in sources) return sources
  const questions = input.questions ?? [1]
  const wrong = checkSizes(input.raters, 'raters') ?? checkSizes(questions, 'questions')
  if (wrong !== undefined) return wrong
  const design = input.design ?? 'crossed'
  if (design !== 'crossed' && design !== 'nested') return invalid('design', 'must be crossed or nested')
  if (sources.candidate === 0)
    return notIdentified('candidates do not differ: there is nothing to be reliable about')
  const rows = input.raters.flatMap((raters) =>
    questions.map((each) => rowOf(sources, raters, { each, nested: design === 'nested' })),
  )
  return { status: 'ok', rows }
}
