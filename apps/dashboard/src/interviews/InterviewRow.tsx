import type { Interview } from '@assay/contracts'
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import Box from '@mui/material/Box'
import type { ComponentType, ReactNode } from 'react'
import { LinkedRow } from '../components/LinkedRow.tsx'
import { StatusMark } from '../components/StatusMark.tsx'
import { formatList } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { interviewAddress } from './interview-requests.ts'
import { formatInZone } from './wall-clock.ts'

const looks = {
  scheduled: { icon: EventOutlined, color: 'primary.main', ground: 'tint.verdigris' },
  cancelled: { icon: EventBusyOutlined, color: 'text.secondary', ground: 'surface.sunken' },
  did_not_happen: { icon: EventBusyOutlined, color: 'text.secondary', ground: 'surface.sunken' },
} as const

export const InterviewStatusMark = ({ status }: Pick<Interview, 'status'>) => {
  const text = useText()
  return <StatusMark look={looks[status]}>{text(`interview.status.${status}`)}</StatusMark>
}

interface InterviewRowProps {
  interview: Interview
  own?: boolean
  /** To its right; how it stands, where that is anything but planned, without it. */
  aside?: ReactNode
}

/** An interview in a list: when, with which kit, who holds it. On one's own list also with whom. */
export const InterviewRow = ({ interview, own = false, aside }: InterviewRowProps) => {
  const text = useText()
  const { id, template, candidate, job, startsAt, timeZone, place, status, panel } = interview
  return (
    <LinkedRow
      to={interviewAddress(id)}
      title={own ? text('interview.title', { template: template.name, name: candidate.name }) : template.name}
      aside={aside ?? (status === 'scheduled' ? undefined : <InterviewStatusMark status={status} />)}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        <time dateTime={startsAt}>{formatInZone(startsAt, timeZone)}</time>
        {place && <span>{place}</span>}
        <span>
          {own
            ? job.title
            : text('interview.withPanel', { names: formatList(panel.map(({ name }) => name)) })}
        </span>
      </Box>
    </LinkedRow>
  )
}

/** Interviews below each other. */
export const InterviewRows = <Row extends Interview>({
  interviews,
  own = false,
  Aside,
}: {
  interviews: readonly Row[]
  own?: boolean
  Aside?: ComponentType<{ interview: Row }> | undefined
}) => (
  <Box
    component="ul"
    sx={{
      m: 0,
      p: 0,
      border: 1,
      borderColor: 'divider',
      borderRadius: 1.5,
      bgcolor: 'background.paper',
      overflow: 'hidden',
      '& > li + li': { borderTop: 1, borderColor: 'divider' },
    }}
  >
    {interviews.map((interview) => (
      <Box component="li" key={interview.id} sx={{ listStyle: 'none' }}>
        <InterviewRow interview={interview} own={own} aside={Aside && <Aside interview={interview} />} />
      </Box>
    ))}
  </Box>
)
