import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined'
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import SyncOutlined from '@mui/icons-material/SyncOutlined'
import Box from '@mui/material/Box'
import { formatTime } from '../../i18n/formats.ts'
import { type Text, useText } from '../../i18n/text.ts'
import type { ScorecardSnapshot } from '../drafts/useScorecardDraft.ts'

interface Words {
  icon: typeof SyncOutlined
  color: string
  words: string
}

const quiet = 'text.secondary'

const waitingWords = ({ device }: ScorecardSnapshot, text: Text): Words =>
  device === 'kept'
    ? { icon: SyncOutlined, color: quiet, words: text('room.save.device') }
    : { icon: EditOutlined, color: quiet, words: text('room.save.typing') }

const troubleWords = ({ save, device }: ScorecardSnapshot, text: Text): Words => {
  if (save.kind !== 'retrying') {
    return { icon: ErrorOutlineOutlined, color: 'error.main', words: text('room.save.refused') }
  }
  const offline = device === 'kept' ? 'room.save.offline' : 'room.save.offlineHere'
  const words = text(save.problem.code === 'network' ? offline : 'room.save.retrying')
  return { icon: CloudOffOutlined, color: 'warning.main', words }
}

const wordsOf = (snapshot: ScorecardSnapshot, savedAt: string | null, text: Text): Words => {
  const { save, conflicts, held } = snapshot
  if (save.kind === 'retrying' || save.kind === 'refused') return troubleWords(snapshot, text)
  if (conflicts.length + held.length > 0) {
    const words = text('room.save.needsYou', { smart_count: conflicts.length + held.length })
    return { icon: ErrorOutlineOutlined, color: 'error.main', words }
  }
  if (save.kind !== 'saved') return waitingWords(snapshot, text)
  const at = save.at === null ? savedAt : new Date(save.at).toISOString()
  const words = at === null ? text('room.save.nothing') : text('room.save.saved', { time: formatTime(at) })
  return { icon: CloudDoneOutlined, color: quiet, words }
}

/** Where what is written is now: always true, always in words. */
export const SaveWords = ({ snapshot, savedAt }: { snapshot: ScorecardSnapshot; savedAt: string | null }) => {
  const { icon: Icon, color, words } = wordsOf(snapshot, savedAt, useText())
  return (
    <Box
      data-part="save-state"
      aria-live={color === quiet ? 'off' : 'polite'}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color, fontSize: '0.875rem', minWidth: 0 }}
    >
      <Icon aria-hidden sx={{ fontSize: 18, flexShrink: 0 }} />
      <span>{words}</span>
    </Box>
  )
}
