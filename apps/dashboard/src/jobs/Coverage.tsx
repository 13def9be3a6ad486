import type { Job, JobCoverage } from '@assay/contracts'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { usePermitted } from '../api/current-session.ts'
import { request } from '../api/request.ts'
import { Notice } from '../components/Notice.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { StatusMark } from '../components/StatusMark.tsx'
import { TextLink } from '../components/TextLink.tsx'
import { formatList } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { jobAddress } from './job-commands.ts'

type Covered = JobCoverage['competencies'][number]

const looks = {
  covered: { icon: CheckCircleOutlined, color: 'success.main', ground: 'tint.success' },
  thin: { icon: WarningAmberOutlined, color: 'brass.text', ground: 'tint.brass' },
  missing: { icon: ErrorOutlineOutlined, color: 'error.main', ground: 'tint.danger' },
} as const

const table = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { textAlign: 'left', verticalAlign: 'top', py: 1, pr: 2, overflowWrap: 'anywhere' },
  '& tbody tr': { borderTop: 1, borderColor: 'divider' },
  '& thead th': { fontSize: '0.813rem', color: 'text.secondary', fontWeight: 600, whiteSpace: 'nowrap' },
  '& tbody th': { fontWeight: 600 },
} as const

/** On a phone the places of the interviews are on the cards above. */
const wide = { display: { xs: 'none', sm: 'table-cell' } } as const

const Row = ({ competency, stages }: { competency: Covered; stages: Job['stages'] }) => {
  const text = useText()
  const { name, panelists, interviews, state } = competency
  const where = interviews.flatMap(({ stageId, templateId }) => {
    const templates = stages.find(({ id }) => id === stageId)?.templates ?? []
    return templates.filter((held) => held.templateId === templateId).map((held) => held.name)
  })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <StatusMark look={looks[state]}>{text(`job.coverage.state.${state}`)}</StatusMark>
      </td>
      <td>{panelists}</td>
      <Box component="td" sx={wide}>
        {formatList([...new Set(where)])}
      </Box>
    </tr>
  )
}

const Matrix = ({ coverage, stages }: { coverage: JobCoverage; stages: Job['stages'] }) => {
  const text = useText()
  const { competencies } = coverage
  const covered = competencies.filter(({ state }) => state === 'covered').length
  return (
    <>
      <Typography sx={{ mb: 1 }}>
        {text('job.coverage.summary', { covered, all: competencies.length })}
      </Typography>
      <Box component="table" sx={table}>
        <thead>
          <tr>
            <th scope="col">{text('job.coverage.competency')}</th>
            <th scope="col">{text('job.coverage.head')}</th>
            <th scope="col">{text('job.coverage.panelists')}</th>
            <Box component="th" scope="col" sx={wide}>
              {text('job.coverage.where')}
            </Box>
          </tr>
        </thead>
        <tbody>
          {competencies.map((competency) => (
            <Row key={competency.competencyId} competency={competency} stages={stages} />
          ))}
        </tbody>
      </Box>
    </>
  )
}

/** Whether the panels link the candidates, told before the last interview is scheduled. */
const Overlap = ({ overlap: { candidates, sets, because } }: Pick<JobCoverage, 'overlap'>) => {
  const text = useText()
  if (candidates === 0) return <Typography color="textSecondary">{text('job.overlap.nobody')}</Typography>
  if (because !== null) return <Typography color="textSecondary">{because}</Typography>
  if (sets.length === 1) {
    return (
      <StatusMark look={looks.covered}>{text('job.overlap.whole', { smart_count: candidates })}</StatusMark>
    )
  }
  return (
    <Notice kind="warning" title={text('job.overlap.apart', { count: sets.length })}>
      {text('job.overlap.apartText')}
      <Box component="ul" sx={{ m: 0, mt: 0.75, pl: 2.5 }}>
        {sets.map((one) => (
          <li key={one.names.join(', ')}>
            {one.candidates > one.names.length
              ? text('job.overlap.andMore', {
                  names: formatList(one.names),
                  count: one.candidates - one.names.length,
                })
              : formatList(one.names)}
          </li>
        ))}
      </Box>
    </Notice>
  )
}

const Notes = ({ coverage: { beyond, unpublished } }: { coverage: JobCoverage }) => {
  const text = useText()
  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 0.5, color: 'text.secondary', fontSize: '0.875rem' }}>
      {unpublished.length > 0 && (
        <span>
          {text('job.coverage.unpublished', { names: formatList(unpublished.map(({ name }) => name)) })}
        </span>
      )}
      {beyond.length > 0 && (
        <span>{text('job.coverage.beyond', { names: formatList(beyond.map(({ name }) => name)) })}</span>
      )}
    </Box>
  )
}

/** Which competencies of the level profile will be rated by at least two, before anything is scheduled. */
export const Coverage = ({ job }: { job: Job }) => {
  const text = useText()
  const mayManage = usePermitted('jobs.manage')
  const { data, error, refetch } = useQuery({
    queryKey: ['jobs', 'coverage', job.id, job.revision],
    queryFn: async () => (await request<JobCoverage>(`/jobs/${job.id}/coverage`)).data,
  })
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <>
      {job.levelProfileId === null ? (
        <Typography color="textSecondary">
          {text('job.coverage.noProfile')}{' '}
          {mayManage && job.status === 'open' && (
            <TextLink to={`${jobAddress(job.id)}/edit`}>{text('job.coverage.choose')}</TextLink>
          )}
        </Typography>
      ) : (
        <>
          <Matrix coverage={data} stages={job.stages} />
          <Notes coverage={data} />
        </>
      )}
      <Box sx={{ mt: 3 }}>
        <Typography variant="subtitle2" component="h3" sx={{ mb: 0.75 }}>
          {text('job.overlap.title')}
        </Typography>
        <Overlap overlap={data.overlap} />
      </Box>
    </>
  )
}
