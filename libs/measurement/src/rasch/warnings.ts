import type { CandidateScore } from './candidate-scores.ts'
import type { Panel } from './panel.ts'

/** Something the reader of a run must know; `about` names whom or what. */
export interface Warning {
  readonly code:
    | 'one_interviewer'
    | 'nothing_distinguishes'
    | 'few_interviewers'
    | 'few_competencies'
    | 'wide_interval'
    | 'unlinked'
    | 'assumes_same_difficulty'
    | 'prior_driven'
    | 'duplicate_rating'
    | 'selective_assignment'
    | 'late_scorecard'
    | 'one_person_one_day'
  readonly because: string
  readonly about: readonly string[]
}

const FEW_INTERVIEWERS = 5
const FEW_CANDIDATES = 15
const FEWEST_COMPETENCIES = 3
const LEAST_WEIGHT = 0.6

const allEqual = (values: Int32Array): boolean => values.every((value) => value === values[0])

/** Rows that say the same thing twice: same candidate, interviewer, question, competency and scale. */
const duplicatesIn = (panel: Panel): string[] => {
  const names = new Set<string>()
  const columns = [panel.candidate, panel.interviewer, panel.question, panel.competency, panel.scale]
  for (let o = 1; o < panel.candidate.length; o++) {
    if (columns.some((column) => column[o] !== column[o - 1])) continue
    const [n, j, i] = [panel.candidate[o]!, panel.interviewer[o]!, panel.question[o]!]
    names.add(`${panel.candidates[n]} / ${panel.interviewers[j]} / ${panel.questions[i]}`)
  }
  return [...names]
}

interface Facts {
  readonly panel: Panel
  readonly candidates: readonly CandidateScore[]
  readonly competencies: readonly string[]
  readonly weights: readonly number[]
  readonly steps: number
  readonly sets: readonly (readonly string[])[]
  readonly assumedSets: boolean
  /** Who interviewed whom depends on scores of an earlier stage. */
  readonly selective: boolean
}

const aboutRun = ({ panel, sets, assumedSets, selective }: Facts): Warning[] => {
  const list: Warning[] = []
  const add = (code: Warning['code'], because: string, about: readonly string[] = []): number =>
    list.push({ code, because, about })
  if (panel.interviewers.length === 1)
    add(
      'one_interviewer',
      "one interviewer, one person's view: nothing separates their severity from the candidates",
      panel.interviewers,
    )
  if (panel.scales.length === 1 && allEqual(panel.category))
    add('nothing_distinguishes', 'the ratings do not distinguish anybody: they are all equal')
  if (sets.length > 1)
    add(
      'unlinked',
      `${sets.length} groups of candidates that no interviewer and question link: compare only within a group`,
    )
  if (assumedSets || panel.scales.length > 1)
    add(
      'assumes_same_difficulty',
      'comparisons across forms assume that the new form is about as hard as the old one',
      panel.scales,
    )
  if (panel.interviewers.length < FEW_INTERVIEWERS || panel.candidates.length < FEW_CANDIDATES)
    add(
      'prior_driven',
      `few people (${panel.candidates.length} candidates, ${panel.interviewers.length} interviewers): the intervals rest partly on what is usual elsewhere`,
    )
  if (selective)
    add(
      'selective_assignment',
      'interviewers met candidates whose earlier scores differ: severity may take up ability, and the intervals may be too short',
    )
  const doubles = duplicatesIn(panel)
  if (doubles.length > 0)
    add('duplicate_rating', 'the same rating stands more than once; each was counted', doubles)
  return list
}

const aboutCandidates = ({ candidates, competencies, weights, steps }: Facts): Warning[] => {
  const weightOf = new Map(competencies.map((name, c) => [name, weights[c]!]))
  const thin = (candidate: CandidateScore): boolean => {
    const assessed = candidate.competencies.filter((c) => c.assessed)
    const weight = assessed.reduce((sum, c) => sum + weightOf.get(c.competency)!, 0)
    return assessed.length < FEWEST_COMPETENCIES || weight < LEAST_WEIGHT
  }
  const named = (which: (candidate: CandidateScore) => boolean): string[] =>
    candidates.filter(which).map((candidate) => candidate.candidate)
  const lists: Warning[] = [
    {
      code: 'few_interviewers',
      because: 'seen by fewer than two interviewers',
      about: named((c) => c.interviewers < 2),
    },
    {
      code: 'few_competencies',
      because: 'fewer than three competencies, or less than 60 % of the weight, assessed',
      about: named(thin),
    },
    {
      code: 'wide_interval',
      because: 'the interval is wider than a third of the scale',
      about: named((c) => c.high - c.low > steps / 3),
    },
  ]
  return lists.filter((warning) => warning.about.length > 0)
}

/** Everything to be said beside the figures of a run. */
export const warningsOf = (facts: Facts): Warning[] => [...aboutRun(facts), ...aboutCandidates(facts)]
