import {
  type ComparedApplication,
  type ComparedCell,
  type Comparison,
  type Recommendation,
  recommendations,
} from '@assay/contracts'

type Competency = Comparison['competencies'][number]

/** An application as whoever asks sees it. */
export interface ComparedRow {
  applicationId: string
  candidateName: string
  status: ComparedApplication['status']
}

/** The last submission of a released scorecard that counts. */
export interface CountedScorecard {
  scorecardId: string
  applicationId: string
  raterId: string
  raterName: string
  scale: 4 | 5
  recommendation: Recommendation
  /** Null: not assessed. */
  ratings: { competencyId: string; name: string; level: number | null }[]
}

/** What people gave, before anything is computed of it but means. */
export interface Marks {
  competencies: Competency[]
  applications: Pick<
    ComparedApplication,
    'applicationId' | 'candidateName' | 'status' | 'cells' | 'recommendations' | 'raw'
  >[]
  nothing: string | null
}

type Mark = ComparedCell['ratings'][number]

const NO_MARK = 'Nobody gave a mark.'
const TWO_SCALES = 'These marks are on scales of 4 and of 5 levels. They have no mean in common.'

/** Why marks have no mean; null where they have one. */
const whyNoMean = (marks: readonly Mark[]): string | null => {
  if (marks.length === 0) return NO_MARK
  return new Set(marks.map(({ scale }) => scale)).size > 1 ? TWO_SCALES : null
}

const meanOf = (marks: readonly Mark[]): number =>
  marks.reduce((sum, { level }) => sum + level, 0) / marks.length

const raters = (marks: readonly Mark[]): number => new Set(marks.map(({ raterId }) => raterId)).size

const spreadOf = (marks: readonly Mark[]): number => {
  const levels = marks.map(({ level }) => level)
  return Math.max(...levels) - Math.min(...levels)
}

const cellOf = (competencyId: string, scorecards: readonly CountedScorecard[]): ComparedCell => {
  const given = scorecards.flatMap(({ ratings, scorecardId, raterId, raterName, scale }) =>
    ratings
      .filter((rating) => rating.competencyId === competencyId)
      .map(({ level }) => ({ scorecardId, raterId, raterName, level, scale })),
  )
  const ratings = given.filter((mark): mark is Mark => mark.level !== null)
  const because = whyNoMean(ratings)
  return {
    competencyId,
    ratings,
    mean: because === null ? meanOf(ratings) : null,
    spread: because === null && ratings.length > 1 ? spreadOf(ratings) : null,
    raters: raters(ratings),
    notAssessed: given.length - ratings.length,
    because,
  }
}

const rawOf = (cells: readonly ComparedCell[]): NonNullable<ComparedApplication['raw']> => {
  const marks = cells.flatMap(({ ratings }) => ratings)
  const because = whyNoMean(marks)
  return {
    mean: because === null ? meanOf(marks) : null,
    ratings: marks.length,
    raters: raters(marks),
    because,
  }
}

const countsOf = (scorecards: readonly CountedScorecard[]): Record<Recommendation, number> => {
  const of = (value: Recommendation): number =>
    scorecards.filter(({ recommendation }) => recommendation === value).length
  return Object.fromEntries(recommendations.map((value) => [value, of(value)])) as Record<
    Recommendation,
    number
  >
}

/** The profile's competencies in its order, then what was rated besides, by name. */
const rowsOf = (profile: readonly Competency[], scorecards: readonly CountedScorecard[]): Competency[] => {
  const known = new Set(profile.map(({ id }) => id))
  const beyond = new Map<string, Competency>()
  for (const { competencyId: id, name } of scorecards.flatMap(({ ratings }) => ratings))
    if (!known.has(id)) beyond.set(id, { id, name, weight: 0, bar: null, inProfile: false })
  const named = [...beyond.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  return [...profile, ...named]
}

/** The matrix: each cell with every mark in it. Applications stay in the order they come in. */
export const marksOf = (
  profile: readonly Competency[],
  applications: readonly ComparedRow[],
  scorecards: readonly CountedScorecard[],
): Marks => {
  const competencies = rowsOf(profile, scorecards)
  const byApplication = Map.groupBy(scorecards, ({ applicationId }) => applicationId)
  const rows = applications.map((application) => {
    const own = byApplication.get(application.applicationId) ?? []
    const cells = competencies.map(({ id }) => cellOf(id, own))
    return { ...application, cells, recommendations: countsOf(own), raw: rawOf(cells) }
  })
  return { competencies, applications: rows, nothing: whyNothing(applications, scorecards) }
}

const whyNothing = (
  applications: readonly ComparedRow[],
  scorecards: readonly CountedScorecard[],
): string | null => {
  if (applications.length === 0)
    return 'No active application of this job has a scorecard that others may read.'
  return scorecards.length === 0 ? 'None of these candidates has a scorecard that others may read.' : null
}

/** What whoever owes gets: who the candidates are, and why no more. */
export const namesOnly = (applications: readonly ComparedRow[]): Marks => ({
  competencies: [],
  applications: applications.map(({ applicationId, candidateName }) => ({
    applicationId,
    candidateName,
    status: null,
    cells: [],
    recommendations: null,
    raw: null,
  })),
  nothing: null,
})
