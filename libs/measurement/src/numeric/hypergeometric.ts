import { logChoose } from './log-gamma.ts'

/** Of `focal + reference` people `selected` are taken: how many of them are focal? */
export interface Urn {
  readonly focal: number
  readonly reference: number
  readonly selected: number
}

/** The counts that can occur at all. */
export const hypergeometricSupport = ({
  focal,
  reference,
  selected,
}: Urn): { least: number; most: number } => ({
  least: Math.max(0, selected - reference),
  most: Math.min(focal, selected),
})

/**
 * P(exactly k of the selected are focal) = C(focal, k) C(reference, selected - k) / C(focal + reference, selected).
 *
 * In logarithms, so tens of thousands of people are no trouble.
 */
export const hypergeometricPmf = (k: number, urn: Urn): number => {
  const { least, most } = hypergeometricSupport(urn)
  if (k < least || k > most) return 0
  const { focal, reference, selected } = urn
  return Math.exp(
    logChoose(focal, k) + logChoose(reference, selected - k) - logChoose(focal + reference, selected),
  )
}
