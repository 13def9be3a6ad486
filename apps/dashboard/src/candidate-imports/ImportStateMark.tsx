import type { ImportState } from '@assay/contracts'
import AutorenewOutlined from '@mui/icons-material/AutorenewOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined'
import { StatusMark, type StatusLook } from '../components/StatusMark.tsx'
import { useText } from '../i18n/text.ts'

const looks: Record<ImportState, StatusLook> = {
  mapping: { icon: EditNoteOutlined, color: 'text.secondary', ground: 'surface.sunken' },
  checking: { icon: AutorenewOutlined, color: 'info.main', ground: 'tint.info' },
  checked: { icon: FactCheckOutlined, color: 'brass.text', ground: 'tint.brass' },
  running: { icon: AutorenewOutlined, color: 'info.main', ground: 'tint.info' },
  done: { icon: CheckCircleOutlined, color: 'success.main', ground: 'tint.success' },
  stopped: { icon: PauseCircleOutlined, color: 'brass.text', ground: 'tint.brass' },
}

export const ImportStateMark = ({ state }: { state: ImportState }) => {
  const text = useText()
  return <StatusMark look={looks[state]}>{text(`candidateImport.state.${state}`)}</StatusMark>
}
