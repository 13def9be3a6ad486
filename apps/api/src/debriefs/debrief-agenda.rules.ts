import type {
  DebriefAgenda,
  DebriefSide,
  DebriefStance,
  Disagreement,
  Recommendation,
  Scale,
  ScorecardContent,
} from '@assay/contracts'
import { recommendations } from '@assay/contracts'

interface Named {
  id: string
  name: string
}

/** The last submission of a scorecard that counts, beside the kit it was written with. */
export interface HeardScorecard {
  id: string
  author: Named
  template: string
  scale: Scale
  competencies: readonly Named[]
  questions: ReadonlyMap<string, string>
  content: ScorecardContent
}

type Stance = Omit<DebriefStance, 'side'>

/** Where a level lies on its scale, between 0 and 1. */
const place = ({ level, scale }: Pick<Stance, 'level' | 'scale'>): number => (level - 1) / (scale - 1)

const sideOf = (one: Stance, lowest: number, highest: number): DebriefSide => {
  const from = place(one) - (lowest + highest) / 2
  if (Math.abs(from) < 1e-9) return 'between'
  return from < 0 ? 'low' : 'high'
}

const stanceOn = (scorecard: HeardScorecard, competencyId: string): Stance | null => {
  const { id, author, template, scale, questions, content } = scorecard
  const rating = content.ratings[competencyId]
  if (typeof rating?.level !== 'number') return null
  return {
    scorecardId: id,
    rater: author,
    template,
    level: rating.level,
    scale,
    evidence: Object.values(rating.evidence).map(({ kind, text, questionId }) => ({
      kind,
      text,
      question: questionId === null ? null : (questions.get(questionId) ?? null),
    })),
  }
}

interface Weighed extends Disagreement {
  distance: number
}

const weighed = (competency: Named, given: readonly Stance[], notAssessedBy: Named[]): Weighed => {
  const places = given.map(place)
  const lowest = Math.min(...places)
  const highest = Math.max(...places)
  const levels = given.map(({ level }) => level)
  const isOneScale = new Set(given.map(({ scale }) => scale)).size === 1
  return {
    competency,
    spread: isOneScale ? Math.max(...levels) - Math.min(...levels) : null,
    acrossTheMiddle: lowest < 0.5 && highest > 0.5,
    stances: given
      .map((one) => ({ ...one, side: sideOf(one, lowest, highest) }))
      .toSorted((a, b) => place(a) - place(b) || a.rater.name.localeCompare(b.rater.name)),
    notAssessedBy,
    // Thirds and quarters, so that equal distances are equal numbers.
    distance: Math.round((highest - lowest) * 12) / 12,
  }
}

const distinct = (all: readonly Named[]): Named[] => [...new Map(all.map((one) => [one.id, one])).values()]

/**
 * What the panel has to talk about: where raters of one competency differ, the largest difference first, and of equal ones
 * those first where some say yes and some say no. Not assessed is no side. Nothing here says who is right.
 */
export const agendaOf = (scorecards: readonly HeardScorecard[]): DebriefAgenda => {
  const all = distinct(scorecards.flatMap(({ competencies }) => competencies)).map((competency) => {
    const given = scorecards.flatMap((one) => stanceOn(one, competency.id) ?? [])
    const silent = scorecards.filter(
      ({ content }) => content.ratings[competency.id]?.level === 'not_assessed',
    )
    return weighed(competency, given, distinct(silent.map(({ author }) => author)))
  })
  const several = all.filter(({ stances }) => stances.length > 1)
  const given = scorecards.flatMap(({ id, author, content }) =>
    content.recommendation === null
      ? []
      : [
          {
            scorecardId: id,
            rater: author,
            value: content.recommendation,
            confidence: content.confidence,
            summary: content.summary,
          },
        ],
  )
  const rank = (value: Recommendation): number => recommendations.indexOf(value)
  return {
    disagreements: several
      .filter(({ distance }) => distance > 0)
      .toSorted((a, b) => b.distance - a.distance || Number(b.acrossTheMiddle) - Number(a.acrossTheMiddle))
      .map(({ distance: _own, ...told }) => told),
    agreed: several.filter(({ distance }) => distance === 0).map(({ competency }) => competency),
    ratedOnce: all.filter(({ stances }) => stances.length === 1).map(({ competency }) => competency),
    recommendations: given.toSorted(
      (a, b) => rank(a.value) - rank(b.value) || a.rater.name.localeCompare(b.rater.name),
    ),
    recommendationsDiffer: new Set(given.map(({ value }) => value)).size > 1,
  }
}
