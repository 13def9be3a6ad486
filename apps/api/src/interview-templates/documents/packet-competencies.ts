import type { VersionCompetency, VersionContent } from '@assay/contracts'
import type { Block } from '../../documents/document-definition.ts'
import { together } from '../../documents/keep-together.ts'
import { blocksOf } from '../../documents/markdown.ts'
import { anchorsTable } from './anchors-table.ts'
import { labelled, sideBySide } from './entries.ts'

/** What is rated, each with its definition, what strong and weak look like, and the anchors side by side. */
export const competenciesOf = ({ competencies, scale }: VersionContent): Block[] => {
  if (competencies.length === 0) return []
  const chapter: Block = {
    text: 'What is rated',
    style: 'chapter',
    outline: true,
    id: 'rated',
    pageBreak: 'before',
    margin: [0, 0, 0, 12],
  }
  return [chapter, ...competencies.flatMap((competency) => competencyOf(competency, scale))]
}

const competencyOf = (competency: VersionCompetency, scale: VersionContent['scale']): Block[] => [
  together([
    {
      text: competency.name,
      style: 'heading',
      outline: true,
      outlineParentId: 'rated',
      margin: [0, 0, 0, 3],
    },
    ...blocksOf(competency.definition),
    ...sideBySide(
      labelled('Strong', competency.strongBehaviours),
      labelled('Weak', competency.weakBehaviours),
    ),
  ]),
  ...anchorsTable(competency.anchors, scale),
  { text: '', margin: [0, 0, 0, 10] },
]
