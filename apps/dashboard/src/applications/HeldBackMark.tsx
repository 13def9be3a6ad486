import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined'
import { StatusMark } from '../components/StatusMark.tsx'
import { useText } from '../i18n/text.ts'

const look = { icon: VisibilityOffOutlined, color: 'text.secondary', ground: 'surface.sunken' } as const

/** Says why this may not be how it stands by now. */
export const HeldBackMark = () => {
  const text = useText()
  return <StatusMark look={look}>{text('application.heldBack')}</StatusMark>
}
