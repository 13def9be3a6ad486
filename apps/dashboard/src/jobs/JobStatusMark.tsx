import type { JobStatus } from '@assay/contracts'
import DoorBackOutlined from '@mui/icons-material/DoorBackOutlined'
import MeetingRoomOutlined from '@mui/icons-material/MeetingRoomOutlined'
import { StatusMark } from '../components/StatusMark.tsx'
import { useText } from '../i18n/text.ts'

const looks = {
  open: { icon: MeetingRoomOutlined, color: 'primary.main', ground: 'tint.verdigris' },
  closed: { icon: DoorBackOutlined, color: 'text.secondary', ground: 'surface.sunken' },
} as const

export const JobStatusMark = ({ status }: { status: JobStatus }) => {
  const text = useText()
  return <StatusMark look={looks[status]}>{text(`job.status.${status}`)}</StatusMark>
}
