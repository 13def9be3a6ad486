import type { ComparedApplication } from '@assay/contracts'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { cellOf, type Competency, scaleOfMarks } from './comparison-words.ts'
import { AverageAndFair, Coverage, PanelLean, Recommended } from './Figures.tsx'
import { Marks } from './Marks.tsx'
import { frame, table } from './matrix-look.ts'
import { CandidateHead, CompetencyHead } from './MatrixHead.tsx'
import type { OpenCell } from './useComparisonAddress.ts'

export interface MatrixProps {
  applications: readonly ComparedApplication[]
  /** All of the comparison, for what is counted over all of them. */
  competencies: readonly Competency[]
  shown: readonly Competency[]
  /** Names of the stages, by application. */
  stages: ReadonlyMap<string, string>
  onOpen: (cell: OpenCell) => void
}

/** One figure of each candidate, over the competencies. */
const FigureRow = ({
  head,
  applications,
  children,
}: {
  head: string
  applications: readonly ComparedApplication[]
  children: (application: ComparedApplication) => ReactNode
}) => (
  <tr>
    <th scope="row">{head}</th>
    {applications.map((application) => (
      <td key={application.applicationId}>{children(application)}</td>
    ))}
  </tr>
)

const CompetencyRow = ({
  competency,
  competencies,
  applications,
  onOpen,
}: { competency: Competency } & Pick<MatrixProps, 'competencies' | 'applications' | 'onOpen'>) => (
  <tr>
    <CompetencyHead competency={competency} among={competencies} />
    {applications.map((application) => {
      const { applicationId } = application
      const cell = cellOf(application, competency.id)
      const open = () => onOpen({ applicationId, competencyId: competency.id })
      return <td key={applicationId}>{cell && <Marks cell={cell} onOpen={open} />}</td>
    })}
  </tr>
)

/** Competency by candidate, with every mark in it; over it what is counted of each candidate. */
export const Matrix = ({ applications, competencies, shown, stages, onOpen }: MatrixProps) => {
  const text = useText()
  const scale = scaleOfMarks(applications)
  // Where nobody has one, the page says why, once.
  const hasFair = applications.some(({ fair }) => fair !== null)
  const hasPanel = applications.some(({ panel }) => panel !== null)
  return (
    <Box tabIndex={0} component="section" aria-label={text('comparison.matrix')} sx={frame}>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">{text('comparison.candidate')}</th>
            {applications.map((application) => (
              <CandidateHead
                key={application.applicationId}
                application={application}
                stage={stages.get(application.applicationId)}
              />
            ))}
          </tr>
        </thead>
        <Box component="tbody" sx={{ '& > tr:last-child > *': { borderBottom: 2 } }}>
          <FigureRow head={text('comparison.row.recommended')} applications={applications}>
            {(application) => <Recommended application={application} />}
          </FigureRow>
          <FigureRow
            head={text(hasFair ? 'comparison.row.marks' : 'comparison.row.average')}
            applications={applications}
          >
            {(application) => <AverageAndFair application={application} toldWhy={hasFair} />}
          </FigureRow>
          {hasPanel && (
            <FigureRow head={text('comparison.row.panel')} applications={applications}>
              {(application) => <PanelLean application={application} />}
            </FigureRow>
          )}
          <FigureRow head={text('comparison.row.coverage')} applications={applications}>
            {(application) => (
              <Coverage application={application} competencies={competencies} scale={scale} />
            )}
          </FigureRow>
        </Box>
        <tbody>
          {shown.map((competency) => (
            <CompetencyRow
              key={competency.id}
              competency={competency}
              competencies={competencies}
              applications={applications}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}
