/**
 * What a function of this library answers when it cannot answer.
 *
 * A result is a value: `status: 'ok'` with the figures, or one of these with the reason in plain words.
 * - `invalid_input`: an element of the input is not what it must be; `element` says which (`ratings[3].level`).
 * - `too_little_data`: nothing, or not enough, to estimate from.
 * - `not_identified`: the data cannot determine the figure, however much of it there is (nothing varies, a level never used).
 * - `disconnected`: the candidates fall apart into groups that nothing links; `groups` lists them.
 * - `not_converged`: the estimator did not settle; show raw averages and say that no adjustment is available.
 * - `too_large`: more than this estimator can take on one machine; `because` says the limit.
 */
export interface Refusal {
  readonly status:
    'invalid_input' | 'too_little_data' | 'not_identified' | 'disconnected' | 'too_large' | 'not_converged'
  readonly because: string
  readonly element?: string
  readonly groups?: readonly (readonly string[])[]
}

export type Result<T> = ({ readonly status: 'ok' } & T) | Refusal

/** A refusal that names the offending element of the input. */
export const invalid = (element: string, because: string): Refusal => ({
  status: 'invalid_input',
  element,
  because: `${element}: ${because}`,
})

export const tooLittle = (because: string): Refusal => ({ status: 'too_little_data', because })

export const notIdentified = (because: string): Refusal => ({ status: 'not_identified', because })
