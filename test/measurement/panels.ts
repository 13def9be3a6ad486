import { fit, type FitInput, type Rating, type Run } from '../../libs/measurement/src/index.ts'

/** One rating on the scale `s`, each question being its own competency unless another is given. */
export const rate = (
  names: { candidate: string; interviewer: string; question: string; competency?: string; scale?: string },
  level: number | null,
): Rating => ({ competency: names.question, scale: 's', ...names, level })

/** Every interviewer rates every candidate on every question; the level depends on the three. */
export const crossed = (
  names: { candidates: string; interviewers: string; questions: number },
  level: (candidate: number, interviewer: number, question: number) => number,
): Rating[] =>
  [...names.candidates].flatMap((candidate, n) =>
    [...names.interviewers].flatMap((interviewer, j) =>
      Array.from({ length: names.questions }, (_, i) =>
        rate({ candidate, interviewer, question: `q${i + 1}` }, level(n, j, i)),
      ),
    ),
  )

export const inputOf = (ratings: readonly Rating[], more: Partial<FitInput> = {}): FitInput => ({
  scales: { s: { levels: 4 } },
  competencies: [...new Set(ratings.map((r) => r.competency))].sort(),
  ratings,
  ...more,
})

/** A fit that must not be refused. */
export const fitted = (input: FitInput): Run => {
  const run = fit(input)
  if (!('candidates' in run)) throw new Error(run.because)
  return run
}

export const scoreOf = (run: Run, candidate: string): Run['candidates'][number] => {
  const score = run.candidates.find((c) => c.candidate === candidate)
  if (score === undefined) throw new Error(`no candidate ${candidate}`)
  return score
}

/** Every number anywhere in a value. */
export const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn)
  return []
}
