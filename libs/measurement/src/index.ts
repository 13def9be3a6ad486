/** Numbers a hiring panel can stand on: the public face of the library. */
export type { Refusal, Result } from './result.ts'
export { distribution } from './numeric/distributions.ts'
export { fit, type FitInput, type Run } from './rasch/fit.ts'
export { startOf, type Start } from './rasch/start.ts'
export type { CandidateScore, CompetencyScore } from './rasch/candidate-scores.ts'
export type { Severity } from './rasch/severity.ts'
export type { Warning } from './rasch/warnings.ts'
export type { EarlierScores } from './rasch/assignment.ts'
export type { InterviewDates } from './rasch/interview-dates.ts'
export type { Rating, PanelInput } from './rasch/panel.ts'
export type { Sigmas } from './rasch/priors.ts'
export type { Reliability } from './rasch/reliability.ts'
export { ENGINE_VERSION } from './rasch/identity.ts'
export { connectivity, type ConnectivityInput } from './rasch/connectivity.ts'
export { pairs, type Pair } from './ranking/pairs.ts'
export { tiers, tiersOf } from './ranking/tiers.ts'
export { seeded, type Random } from './numeric/random.ts'
export { intraclass, type Intraclass, type IntraclassSix } from './reliability/intraclass.ts'
export { sparseIntraclass, type SparseIntraclassInput } from './reliability/sparse-intraclass.ts'
export { ofSeveral, oneWayReliability, type OneWayInput } from './reliability/one-way.ts'
export { krippendorffAlpha, type Metric } from './reliability/krippendorff.ts'
export { cohenKappa, lightKappa, type CohenInput, type Kappa } from './reliability/cohen.ts'
export { fleissKappa, type FleissKappa } from './reliability/fleiss.ts'
export { kendallW } from './reliability/kendall.ts'
export { agreement } from './reliability/agreement.ts'
export {
  varianceComponents,
  type VarianceComponents,
  type VarianceComponentsInput,
} from './reliability/variance-components.ts'
export {
  decisionStudy,
  type DecisionStudyInput,
  type DecisionStudyRow,
} from './reliability/decision-study.ts'
export { generalizabilityStudy, type GeneralizabilityInput } from './reliability/generalizability-study.ts'
export { classic, type Classic, type ClassicElement, type ClassicInput } from './rasch/classic.ts'
export { ranks, ranksOfEstimates, type EstimatesInput, type Rank } from './ranking/ranks.ts'
export { chanceToldApart, nextRating, type NextInput, type NextOption } from './planning/next-rating.ts'
export {
  selectionRates,
  type GroupCount,
  type SelectionRate,
  type SelectionRates,
  type SelectionRatesInput,
} from './fairness/selection-rates.ts'
export {
  severityByGroup,
  type GroupSeverity,
  type SeverityByGroup,
  type SeverityByGroupInput,
} from './fairness/severity-by-group.ts'
export { provisional, type Provisional } from './rasch/provisional.ts'
export { diagnostics, type InterviewerDiagnostics } from './rasch/diagnostics.ts'
