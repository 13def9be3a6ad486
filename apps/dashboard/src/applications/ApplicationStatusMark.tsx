import type { ApplicationStatus } from '@assay/contracts'
import CelebrationOutlined from '@mui/icons-material/CelebrationOutlined'
import DoNotDisturbOnOutlined from '@mui/icons-material/DoNotDisturbOnOutlined'
import LogoutOutlined from '@mui/icons-material/LogoutOutlined'
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined'
import { StatusMark } from '../components/StatusMark.tsx'
import { useText } from '../i18n/text.ts'

const looks = {
  active: { icon: PlayCircleOutlined, color: 'primary.main', ground: 'tint.verdigris' },
  hired: { icon: CelebrationOutlined, color: 'primary.dark', ground: 'tint.verdigris' },
  rejected: { icon: DoNotDisturbOnOutlined, color: 'text.secondary', ground: 'surface.sunken' },
  withdrawn: { icon: LogoutOutlined, color: 'text.secondary', ground: 'surface.sunken' },
} as const

export const ApplicationStatusMark = ({ status }: { status: ApplicationStatus }) => {
  const text = useText()
  return <StatusMark look={looks[status]}>{text(`application.status.${status}`)}</StatusMark>
}
