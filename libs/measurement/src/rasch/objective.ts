import { logLikelihoodAt } from './moments.ts'
import { localPrecision, visitGlobalPrior } from './priors.ts'
import { predictorOf, scalesAt, type Model, type State } from './state.ts'

/** Σ of the ratings' average log-likelihood over their spread. With spread 0 it is the plain log-likelihood. */
export const logLikelihood = (model: Model, state: State): number => {
  const scales = scalesAt(model, state.global)
  let sum = 0
  for (let o = 0; o < model.panel.candidate.length; o++) {
    const at = { mu: predictorOf(model, state, o), sd: Math.sqrt(state.spread[o]!) }
    sum += logLikelihoodAt(at, scales[model.panel.scale[o]!]!, model.panel.category[o]!)
  }
  return sum
}

/** The concave function one pass climbs: log-likelihood smoothed at the spreads held, plus log prior at the sigmas held. */
export const objective = (model: Model, state: State): number => {
  const { panel, layout, priors } = model
  let sum = logLikelihood(model, state)
  for (let n = 0; n < panel.candidates.length; n++) {
    const from = layout.localFrom[n]!
    for (let l = 0; from + l < layout.localFrom[n + 1]!; l++)
      sum -= 0.5 * localPrecision(priors.sigmas, l, layout.profileSize[n]!) * state.local[from + l]! ** 2
  }
  const offset = (a: number): number =>
    state.global[a]! - (a < layout.tauFrom ? 0 : priors.thresholds.mean[a - layout.tauFrom]!)
  visitGlobalPrior(priors, layout, (a, b, precision) => {
    sum -= 0.5 * precision * offset(a) * offset(b)
  })
  return sum
}
