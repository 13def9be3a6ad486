import type { Job } from '@assay/contracts'
import Box from '@mui/material/Box'
import { boardAddress } from '../applications/application-commands.ts'
import { LinkedRow } from '../components/LinkedRow.tsx'
import { useText } from '../i18n/text.ts'
import { JobStatusMark } from './JobStatusMark.tsx'

/** An opening in the list: what it is, how long its way is, and who leads it. */
export const JobRow = ({ job }: { job: Job }) => {
  const text = useText()
  const { id, title, department, level, status, stages, team } = job
  const interviews = stages.flatMap(({ templates }) => templates).length
  const managers = team.filter(({ role }) => role === 'hiring_manager').map(({ name }) => name)
  return (
    <LinkedRow to={boardAddress(id)} title={title} aside={<JobStatusMark status={status} />}>
      <Box sx={{ mt: 0.25 }}>
        {[text('job.facts', { department, level: text(`jobLevel.${level}`) }), ...managers].join(' · ')}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        <span>{text('job.stages', { smart_count: stages.length })}</span>
        <span>{text('job.interviews', { smart_count: interviews })}</span>
      </Box>
    </LinkedRow>
  )
}
