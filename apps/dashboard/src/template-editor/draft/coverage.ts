import type { VersionContent } from '@assay/contracts'

export interface Covered {
  competencyId: string
  name: string
  primary: number
  secondary: number
}

/** How many questions tell about each competency that is rated. */
export const coverageOf = ({
  competencies,
  sections,
}: Pick<VersionContent, 'competencies' | 'sections'>): Covered[] => {
  const links = sections.flatMap(({ questions }) => questions.flatMap((question) => question.competencies))
  return competencies.map(({ id, name }) => {
    const count = (how: string): number =>
      links.filter(({ competencyId, informs }) => competencyId === id && informs === how).length
    return { competencyId: id, name, primary: count('primary'), secondary: count('secondary') }
  })
}
