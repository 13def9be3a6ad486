import type { DecisionState } from '@assay/contracts'
import BlockOutlined from '@mui/icons-material/BlockOutlined'
import GavelOutlined from '@mui/icons-material/GavelOutlined'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import { StatusMark } from '../components/StatusMark.tsx'
import { useText } from '../i18n/text.ts'

const looks = {
  waiting: { icon: HourglassEmptyOutlined, color: 'brass.text', ground: 'tint.brass' },
  decided: { icon: GavelOutlined, color: 'primary.dark', ground: 'tint.verdigris' },
  refused: { icon: BlockOutlined, color: 'text.secondary', ground: 'surface.sunken' },
  superseded: { icon: HistoryOutlined, color: 'text.secondary', ground: 'surface.sunken' },
} as const

export const DecisionStateMark = ({ state }: { state: DecisionState }) => {
  const text = useText()
  return <StatusMark look={looks[state]}>{text(`decision.state.${state}`)}</StatusMark>
}
