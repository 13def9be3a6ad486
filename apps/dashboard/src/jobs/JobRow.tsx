import type { Job } from '@assay/contracts'
import Box from '@mui/material/Box'
import { TextLink } from '../components/TextLink.tsx'
import { useText } from '../i18n/text.ts'
import { jobAddress } from './job-commands.ts'
import { JobStatusMark } from './JobStatusMark.tsx'

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
  columnGap: 3,
  rowGap: 0.75,
  px: 2,
  py: 1.5,
  alignItems: 'start',
  position: 'relative',
  '&:hover': { bgcolor: 'surface.sunken' },
  // The whole row is the link; readers hear the title only.
  '& a::after': { content: '""', position: 'absolute', inset: 0 },
} as const

/** An opening in the list: what it is, how long its way is, and who leads it. */
export const JobRow = ({ job }: { job: Job }) => {
  const text = useText()
  const { id, title, department, level, status, stages, team } = job
  const interviews = stages.flatMap(({ templates }) => templates).length
  const managers = team.filter(({ role }) => role === 'hiring_manager').map(({ name }) => name)
  return (
    <Box sx={row}>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <TextLink to={jobAddress(id)} underline="none" sx={{ fontWeight: 600, color: 'text.primary' }}>
          {title}
        </TextLink>
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.25 }}>
          {[text('job.facts', { department, level: text(`jobLevel.${level}`) }), ...managers].join(' · ')}
        </Box>
        <Box
          sx={{
            color: 'text.secondary',
            fontSize: '0.875rem',
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 2,
          }}
        >
          <span>{text('job.stages', { smart_count: stages.length })}</span>
          <span>{text('job.interviews', { smart_count: interviews })}</span>
        </Box>
      </Box>
      <JobStatusMark status={status} />
    </Box>
  )
}
