import type { Job, JobCoverage } from '@assay/contracts'

export interface ProfiledCompetency {
  competencyId: string
  name: string
  weight: number
  bar: number
}

interface Named {
  id: string
  name: string
}

interface CoverageFacts {
  stages: Job['stages']
  /** Competencies of the level profile; none where the job has no profile. */
  profile: readonly ProfiledCompetency[]
  /** By template: what its published version rates. */
  rated: ReadonlyMap<string, readonly Named[]>
}

/** One panelist may be mistaken, and nobody could tell: two who rate independently are the least. */
const ENOUGH = 2

const stateOf = (panelists: number): JobCoverage['competencies'][number]['state'] => {
  if (panelists >= ENOUGH) return 'covered'
  return panelists === 0 ? 'missing' : 'thin'
}

/**
 * How many panelists rate each competency of the level profile over all interviews of the pipeline. Each interview
 * counts with the panelists it is planned with, since each writes a scorecard of their own.
 */
export const coverageOf = ({ stages, profile, rated }: CoverageFacts): Omit<JobCoverage, 'overlap'> => {
  const interviews = stages.flatMap(({ id: stageId, templates }) =>
    templates.map((template) => ({ ...template, stageId })),
  )
  const ratedAnywhere = new Map(
    interviews.flatMap(({ templateId }) => (rated.get(templateId) ?? []).map((one) => [one.id, one.name])),
  )
  const unpublished = new Map(
    interviews.filter(({ isPublished }) => !isPublished).map(({ templateId, name }) => [templateId, name]),
  )
  return {
    competencies: profile.map((competency) => {
      const rating = interviews.filter(({ templateId }) =>
        rated.get(templateId)?.some(({ id }) => id === competency.competencyId),
      )
      const panelists = rating.reduce((sum, interview) => sum + interview.panelists, 0)
      return {
        ...competency,
        panelists,
        interviews: rating.map(({ stageId, templateId, panelists: planned }) => {
          return { stageId, templateId, panelists: planned }
        }),
        state: stateOf(panelists),
      }
    }),
    beyond: [...ratedAnywhere]
      .filter(([id]) => !profile.some(({ competencyId }) => competencyId === id))
      .map(([competencyId, name]) => ({ competencyId, name })),
    unpublished: [...unpublished].map(([templateId, name]) => ({ templateId, name })),
  }
}
