import type { Comparison, Job } from '@assay/contracts'
import CompareOutlined from '@mui/icons-material/CompareOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import GlobalStyles from '@mui/material/GlobalStyles'
import { useGetOne } from 'ra-core'
import { type ReactNode, useState } from 'react'
import { JobViews } from '../applications/JobViews.tsx'
import { Blank } from '../components/Blank.tsx'
import { DownloadButton } from '../components/DownloadButton.tsx'
import { Notice } from '../components/Notice.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { useText } from '../i18n/text.ts'
import { notPrinted, onPaper } from '../scorecards/reading/reading-print.ts'
import { ChooseCandidates } from './ChooseCandidates.tsx'
import { comparisonPath, useComparison } from './comparison-requests.ts'
import { Compared } from './Compared.tsx'
import { useComparisonAddress } from './useComparisonAddress.ts'

const Actions = ({ comparison, onChoose }: { comparison: Comparison; onChoose: () => void }) => {
  const text = useText()
  const { address } = useComparisonAddress()
  const isWhole = comparison.withheld === null && comparison.nothing === null
  return (
    <Box sx={{ ...notPrinted, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button variant="outlined" onClick={onChoose}>
        {text('comparison.choose.open')}
      </Button>
      {isWhole && (
        <>
          <DownloadButton
            path={comparisonPath(comparison.jobId, address.applicationIds, '.csv')}
            fileName="comparison.csv"
            label={text('comparison.csvOf')}
          >
            {text('comparison.csv')}
          </DownloadButton>
          <Button variant="outlined" onClick={() => print()}>
            {text('comparison.print')}
          </Button>
        </>
      )}
    </Box>
  )
}

/** Names, and why there is no more to see. */
const NamesOnly = ({ comparison, because }: { comparison: Comparison; because: string }) => {
  const text = useText()
  return (
    <Notice kind="info" title={text('comparison.withheld')}>
      {because}
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>
        {comparison.applications.map(({ applicationId, candidateName }) => (
          <li key={applicationId}>{candidateName}</li>
        ))}
      </Box>
    </Notice>
  )
}

const inside = (comparison: Comparison, job: Job, nothing: string): ReactNode => {
  if (comparison.withheld !== null) return <NamesOnly comparison={comparison} because={comparison.withheld} />
  if (comparison.nothing !== null) {
    return (
      <Blank icon={CompareOutlined} title={nothing}>
        {comparison.nothing}
      </Blank>
    )
  }
  return <Compared comparison={comparison} job={job} />
}

const Showing = ({ comparison, job }: { comparison: Comparison; job: Job }) => {
  const text = useText()
  const { change } = useComparisonAddress()
  const [choosing, setChoosing] = useState(false)
  return (
    <JobViews
      wide
      job={job}
      windowTitle={text('comparison.title', { title: job.title })}
      actions={<Actions comparison={comparison} onChoose={() => setChoosing(true)} />}
    >
      <GlobalStyles styles={[onPaper, { '@page': { size: 'landscape' } }]} />
      {inside(comparison, job, text('comparison.nothing'))}
      {choosing && (
        <ChooseCandidates
          jobId={job.id}
          names={new Map(comparison.applications.map((one) => [one.applicationId, one.candidateName]))}
          onClose={() => setChoosing(false)}
          onChoose={(applicationIds) => {
            change({ applicationIds, status: null })
            setChoosing(false)
          }}
        />
      )}
    </JobViews>
  )
}

const Loading = ({ id }: { id: string }) => {
  const { address } = useComparisonAddress()
  const job = useGetOne<Job>('jobs', { id })
  const { data, error, refetch } = useComparison(id, address.applicationIds)
  if (job.data && data) return <Showing comparison={data} job={job.data} />
  const wrong = error ?? job.error
  if (!wrong) return <PageLoading />
  return <ProblemState error={wrong} onRetry={() => void Promise.all([refetch(), job.refetch()])} />
}

/** Candidates of one job side by side: every mark first, what can be worked out of them beside it. */
export const ComparisonPage = ({ id }: { id: string }) => (
  <Permitted permission="comparisons.read">
    <Loading id={id} />
  </Permitted>
)
