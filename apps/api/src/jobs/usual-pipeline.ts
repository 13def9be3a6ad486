import type { JobStage } from '@assay/contracts'

interface UsualStage {
  name: string
  requiresScorecards: boolean
  /** Keys of built-in kits, and how many panelists hold each. */
  kits: readonly (readonly [key: string, panelists: number])[]
}

/** What a job begins with when nothing is said: the built-in kits in the order in which panels use them. */
const stages: readonly UsualStage[] = [
  { name: 'Application review', requiresScorecards: false, kits: [] },
  { name: 'Recruiter screen', requiresScorecards: true, kits: [['kit.recruiter-screen', 1]] },
  {
    name: 'Technical interviews',
    requiresScorecards: true,
    kits: [
      ['kit.python-fundamentals', 2],
      ['kit.api-architecture', 2],
    ],
  },
  {
    name: 'Design and production',
    requiresScorecards: true,
    kits: [
      ['kit.system-design', 2],
      ['kit.production-behavioural', 2],
    ],
  },
  { name: 'Hiring manager', requiresScorecards: true, kits: [['kit.hiring-manager', 1]] },
  { name: 'Offer', requiresScorecards: false, kits: [] },
]

export const usualKits: readonly string[] = stages.flatMap(({ kits }) => kits.map(([key]) => key))

/** Kits that are not here any more are left out. */
export const usualPipeline = (
  templateIdOf: (key: string) => string | undefined,
  newId: () => string,
): JobStage[] =>
  stages.map(({ name, requiresScorecards, kits }) => ({
    id: newId(),
    name,
    requiresScorecards,
    templates: kits.flatMap(([key, panelists]) => {
      const templateId = templateIdOf(key)
      return templateId === undefined ? [] : [{ templateId, panelists }]
    }),
  }))
