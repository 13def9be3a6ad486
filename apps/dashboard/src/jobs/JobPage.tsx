import type { Job } from '@assay/contracts'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useGetOne } from 'ra-core'
import { Link } from 'react-router'
import { usePermitted } from '../api/current-session.ts'
import { JobViews } from '../applications/JobViews.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Prose } from '../components/Prose.tsx'
import { Section } from '../components/Section.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { useText } from '../i18n/text.ts'
import { ApprovalGroups } from './ApprovalGroups.tsx'
import { Coverage } from './Coverage.tsx'
import { jobAddress } from './job-commands.ts'
import { JobKeeping } from './JobKeeping.tsx'
import { JobStatusMark } from './JobStatusMark.tsx'
import { Pipeline } from './Pipeline.tsx'
import { Team } from './Team.tsx'

const Lead = ({ job: { department, level, office, status } }: { job: Job }) => {
  const text = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
      <span>{text('job.facts', { department, level: text(`jobLevel.${level}`) })}</span>
      {office && <span>{office}</span>}
      <JobStatusMark status={status} />
    </Box>
  )
}

const Actions = ({ job }: { job: Job }) => {
  const text = useText()
  if (!usePermitted('jobs.manage')) return null
  return (
    <>
      <JobKeeping job={job} />
      {job.status === 'open' && (
        <Button
          component={Link}
          to={`${jobAddress(job.id)}/edit`}
          variant="contained"
          startIcon={<EditOutlined />}
        >
          {text('job.edit')}
        </Button>
      )}
    </>
  )
}

const Opening = ({ job }: { job: Job }) => {
  const text = useText()
  return (
    <JobViews job={job} lead={<Lead job={job} />} actions={<Actions job={job} />}>
      <WideSection title={text('job.part.pipeline')} about={text('job.part.pipelineAbout')}>
        <Pipeline stages={job.stages} />
      </WideSection>
      <WideSection title={text('job.part.judging')} about={text('job.part.judgingAbout')}>
        <Coverage job={job} />
      </WideSection>
      <Section title={text('job.part.team')} about={text('job.part.teamAbout')}>
        <Team team={job.team} />
      </Section>
      <Section title={text('job.part.approval')} about={text('job.part.approvalAbout')}>
        <ApprovalGroups groups={job.approvalGroups} />
      </Section>
      <Section title={text('job.field.blindUntil')}>{text(`job.blind.${job.blindUntil}`)}</Section>
      {job.description && (
        <Section title={text('job.part.description')}>
          <Prose>{job.description}</Prose>
        </Section>
      )}
    </JobViews>
  )
}

export const JobPage = ({ id }: { id: string }) => {
  const { data, error, refetch } = useGetOne<Job>('jobs', { id })
  if (data) return <Opening job={data} />
  return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
}
