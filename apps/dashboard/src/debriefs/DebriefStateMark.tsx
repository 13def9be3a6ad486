import type { DebriefState } from '@assay/contracts'
import ForumOutlined from '@mui/icons-material/ForumOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined'
import { StatusMark } from '../components/StatusMark.tsx'
import { useText } from '../i18n/text.ts'

const quiet = { color: 'text.secondary', ground: 'surface.sunken' } as const
const looks = {
  withheld: { icon: VisibilityOffOutlined, ...quiet },
  waiting: { icon: HourglassEmptyOutlined, ...quiet },
  reading: { icon: MenuBookOutlined, color: 'brass.text', ground: 'tint.brass' },
  talking: { icon: ForumOutlined, color: 'primary.dark', ground: 'tint.verdigris' },
  closed: { icon: LockOutlined, ...quiet },
} as const

export const DebriefStateMark = ({ state }: { state: DebriefState }) => {
  const text = useText()
  return <StatusMark look={looks[state]}>{text(`debrief.state.${state}`)}</StatusMark>
}
