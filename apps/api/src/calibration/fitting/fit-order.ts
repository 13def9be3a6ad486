/** One rating as the database gives it, by ids. */
export interface FitRating {
  applicationId: string
  jobId: string
  interviewerId: string
  /** Template, competency, and the version after `@`. */
  question: string
  competencyId: string
  scale: number
  level: number
  submittedAt: Date
}

/** What the job adds to the ratings of its family. */
export interface FitJob {
  jobId: string
  /** By competency, of its level profile; empty where it has none. */
  weights: Readonly<Record<string, number>>
  /** Applications of the job, the active ones first and the newest of them first. */
  applications: readonly { id: string; active: boolean }[]
  /** Who could be asked for one more interview. */
  askable: readonly string[]
}

/** Everything a fit is computed from: ids and levels, no word about anybody. It is stored as it is. */
export interface FitOrder {
  applications: readonly string[]
  interviewers: readonly string[]
  questions: readonly string[]
  competencies: readonly string[]
  /** Places in the lists above, then how many levels there are, then the level. */
  rows: readonly (readonly [
    application: number,
    interviewer: number,
    question: number,
    competency: number,
    scale: number,
    level: number,
  ])[]
  /** Null: all that the job's candidates were rated on weighs the same. */
  weights: Readonly<Record<string, number>> | null
  /** On which fair scores are told; null while no candidate of the job has a rating. */
  form: { scale: number; questions: readonly string[] } | null
  /** Candidates of the job for whom figures are kept. */
  compared: readonly string[]
  /** Those of them about whom one more interview would still help. */
  open: readonly string[]
  askable: readonly string[]
}

/** More than these of one job are not compared with each other. */
export const MOST_COMPARED = 60

const placesOf = (names: Iterable<string>): { list: string[]; place: (name: string) => number } => {
  const list = [...new Set(names)].sort()
  const places = new Map(list.map((name, at) => [name, at]))
  return { list, place: (name) => places.get(name)! }
}

/** The newest rating's scale, and every question that candidates of the job were rated by on it. */
const formOf = (own: readonly FitRating[]): FitOrder['form'] => {
  const newest = own.reduce<FitRating | undefined>(
    (last, one) => (last === undefined || one.submittedAt > last.submittedAt ? one : last),
    undefined,
  )
  if (!newest) return null
  const onScale = own.filter(({ scale }) => scale === newest.scale)
  return { scale: newest.scale, questions: [...new Set(onScale.map(({ question }) => question))].sort() }
}

const weightsOf = (job: FitJob, own: readonly FitRating[]): FitOrder['weights'] => {
  const given = Object.entries(job.weights).filter(([, weight]) => weight > 0)
  if (given.length > 0) return Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)))
  const rated = [...new Set(own.map(({ competencyId }) => competencyId))].sort()
  return rated.length > 0 ? Object.fromEntries(rated.map((id) => [id, 1])) : null
}

/** Rows in, order out. The order of the rows makes no difference to the figures. */
export const orderOf = (ratings: readonly FitRating[], job: FitJob): FitOrder => {
  const own = ratings.filter(({ jobId }) => jobId === job.jobId)
  const weights = weightsOf(job, own)
  const applications = placesOf(ratings.map(({ applicationId }) => applicationId))
  const interviewers = placesOf(ratings.map(({ interviewerId }) => interviewerId))
  const questions = placesOf(ratings.map(({ question }) => question))
  const rated = ratings.map(({ competencyId }) => competencyId)
  const competencies = placesOf([...rated, ...Object.keys(weights ?? {})])
  const isRated = new Set(own.map(({ applicationId }) => applicationId))
  const compared = job.applications.filter(({ id }) => isRated.has(id)).slice(0, MOST_COMPARED)
  return {
    applications: applications.list,
    interviewers: interviewers.list,
    questions: questions.list,
    competencies: competencies.list,
    rows: ratings.map((one) => [
      applications.place(one.applicationId),
      interviewers.place(one.interviewerId),
      questions.place(one.question),
      competencies.place(one.competencyId),
      one.scale,
      one.level,
    ]),
    weights,
    form: formOf(own),
    compared: compared.map(({ id }) => id),
    open: compared.filter(({ active }) => active).map(({ id }) => id),
    askable: [...new Set(job.askable)].filter((id) => interviewers.list.includes(id)).sort(),
  }
}
