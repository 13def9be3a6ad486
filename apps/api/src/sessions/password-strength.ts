import type { OptionsType } from '@zxcvbn-ts/core'

/** Longer passwords are judged by their beginning: the estimate's cost grows with the square of the length. */
const JUDGED_CHARACTERS = 72

let estimator: Promise<(password: string, words: string[]) => number> | undefined

/** Loaded when first needed: the dictionaries are a megabyte that a server at rest need not hold. */
const load = async (): Promise<(password: string, words: string[]) => number> => {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const options: OptionsType = { dictionary: common.dictionary, graphs: common.adjacencyGraphs }
  const zxcvbn = new ZxcvbnFactory(options)
  return (password, words) => zxcvbn.check(password.slice(0, JUDGED_CHARACTERS), words).guessesLog10
}

/** @returns log10 of the guesses needed by somebody who knows `words` (name, address, organization). */
export const guessesLog10 = async (password: string, words: string[]): Promise<number> => {
  estimator ??= load()
  const known = words
    .flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2)
  return (await estimator)(password, known)
}
