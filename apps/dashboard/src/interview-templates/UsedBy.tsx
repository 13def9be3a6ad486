import type { Interview, Job } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useGetList } from 'ra-core'
import { usePermitted } from '../api/current-session.ts'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { Section } from '../components/Section.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { jobAddress } from '../jobs/job-commands.ts'
import { JobStatusMark } from '../jobs/JobStatusMark.tsx'

const Jobs = ({ templateId }: { templateId: string }) => {
  const text = useText()
  const { data, error, refetch } = useGetList<Job>('jobs', {
    filter: { templateId },
    sort: { field: 'title', order: 'ASC' },
    pagination: { page: 1, perPage: 100 },
  })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.length === 0) {
    return <Typography color="textSecondary">{text('templatePage.usedByNone')}</Typography>
  }
  return (
    <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 1 }}>
      {data.map(({ id, title, status }) => (
        <Box
          component="li"
          key={id}
          sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'baseline' }}
        >
          <TextLink to={jobAddress(id)}>{title}</TextLink>
          <JobStatusMark status={status} />
        </Box>
      ))}
    </Box>
  )
}

/** Of those that this person may see. */
const Interviews = ({ templateId }: { templateId: string }) => {
  const text = useText()
  const { total } = useGetList<Interview>('interviews', {
    filter: { templateId, status: 'scheduled' },
    sort: { field: 'startsAt', order: 'DESC' },
    pagination: { page: 1, perPage: 1 },
  })
  if (!total) return null
  return (
    <Typography color="textSecondary" sx={{ mt: 1.5 }}>
      {text('templatePage.usedByInterviews', { smart_count: total })}
    </Typography>
  )
}

/** The jobs in whose pipeline it stands: of those that this person may see. */
export const UsedBy = ({ templateId }: { templateId: string }) => {
  const text = useText()
  if (!usePermitted('jobs.read')) return null
  return (
    <Section title={text('templatePage.usedBy')} about={text('templatePage.usedByAbout')}>
      <Jobs templateId={templateId} />
      <Interviews templateId={templateId} />
    </Section>
  )
}
