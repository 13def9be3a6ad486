import type { Comparison, Job } from '@assay/contracts'
import FilterAltOffOutlined from '@mui/icons-material/FilterAltOffOutlined'
import Box from '@mui/material/Box'
import { Blank } from '../components/Blank.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { useText } from '../i18n/text.ts'
import { useStanding } from './comparison-requests.ts'
import { ordered } from './comparison-words.ts'
import { Controls } from './Controls.tsx'
import { Differences } from './Differences.tsx'
import { Dots } from './Dots.tsx'
import { EvidenceDrawer } from './EvidenceDrawer.tsx'
import { FairScoresSwitch } from './FairScoresSwitch.tsx'
import { FitNotice } from './FitNotice.tsx'
import { Heat } from './Heat.tsx'
import { HowToRead } from './HowToRead.tsx'
import { Matrix, type MatrixProps } from './Matrix.tsx'
import { NextInterviews } from './NextInterviews.tsx'
import { useComparisonAddress, type View } from './useComparisonAddress.ts'

type OfComparison = { comparison: Comparison }

/** Where each stands in the pipeline: by name, and by place. */
const useStages = (comparison: Comparison, job: Job) => {
  const { data = [] } = useStanding(comparison.applications.map(({ applicationId }) => applicationId))
  const placeOf = (stageId: string | null) => job.stages.findIndex(({ id }) => id === stageId)
  return {
    names: new Map(data.map(({ id, stage }) => [id, stage.name])),
    places: new Map(data.map(({ id, stage }) => [id, placeOf(stage.id)])),
  }
}

const Picture = ({ view, ...props }: MatrixProps & { view: View }) => {
  const text = useText()
  if (view === 'dots') {
    return (
      <WideSection title={text('comparison.dots.title')}>
        <Dots applications={props.applications} />
      </WideSection>
    )
  }
  if (view === 'heat') {
    return (
      <WideSection title={text('comparison.heat.title')} about={text('comparison.heat.about')}>
        <Heat {...props} />
      </WideSection>
    )
  }
  return (
    <WideSection title={text('comparison.matrix')} about={text('comparison.matrixAbout')}>
      <Matrix {...props} />
    </WideSection>
  )
}

/** What is worked out of the marks, in words. */
const Worked = ({ comparison, names }: OfComparison & { names: ReadonlyMap<string, string> }) => {
  const text = useText()
  if (comparison.pairs.length === 0) return null
  return (
    <>
      <WideSection title={text('comparison.differences.title')} about={text('comparison.differences.about')}>
        <Differences comparison={comparison} names={names} />
      </WideSection>
      <WideSection title={text('comparison.next.title')} about={text('comparison.next.about')}>
        <NextInterviews comparison={comparison} names={names} />
      </WideSection>
    </>
  )
}

const Evidence = ({ comparison }: OfComparison) => {
  const { address, change } = useComparisonAddress()
  const { openCell } = address
  const candidate = comparison.applications.find(
    ({ applicationId }) => applicationId === openCell?.applicationId,
  )
  const competency = comparison.competencies.find(({ id }) => id === openCell?.competencyId)
  if (!openCell || !candidate || !competency) return null
  return (
    <EvidenceDrawer
      cell={openCell}
      competency={competency.name}
      candidate={candidate.candidateName}
      onClose={() => change({ openCell: null })}
    />
  )
}

/** All there is to see for somebody who owes nothing. */
export const Compared = ({ comparison, job }: OfComparison & { job: Job }) => {
  const text = useText()
  const looking = useComparisonAddress()
  const stages = useStages(comparison, job)
  const { view, order, status, competencies } = looking.address
  const applications = ordered(comparison.applications, order, stages.places).filter(
    (one) => status === null || one.status === status,
  )
  const names = new Map(applications.map((one) => [one.applicationId, one.candidateName]))
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1.5, mb: 2.5, '&:empty': { display: 'none' } }}>
        <FitNotice comparison={comparison} />
      </Box>
      <Controls {...looking} competencies={comparison.competencies} />
      {applications.length === 0 ? (
        <Blank icon={FilterAltOffOutlined} title={text('comparison.filtered')} />
      ) : (
        <>
          <Picture
            view={view}
            applications={applications}
            competencies={comparison.competencies}
            shown={comparison.competencies.filter(({ id }) => competencies?.includes(id) ?? true)}
            stages={stages.names}
            onOpen={(openCell) => looking.change({ openCell })}
          />
          <Worked comparison={comparison} names={names} />
          <WideSection title={text('comparison.reading.title')}>
            <HowToRead comparison={comparison} applications={applications} />
            {comparison.fairScores === 'on' && (
              <Box sx={{ mt: 2 }}>
                <FairScoresSwitch comparison={comparison} />
              </Box>
            )}
          </WideSection>
        </>
      )}
      <Evidence comparison={comparison} />
    </>
  )
}
