import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined'
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined'
import SyncOutlined from '@mui/icons-material/SyncOutlined'
import Box from '@mui/material/Box'
import { formatTime } from '../../i18n/formats.ts'
import { useText, type Text } from '../../i18n/text.ts'
import type { DraftSnapshot } from '../draft/version-kind.ts'
import { placeOfPath } from '../draft/gap-place.ts'
import { PlaceLink } from './PlaceLink.tsx'

interface Words {
  icon: typeof SyncOutlined
  color: string
  words: string
}

const bad = { icon: ErrorOutlineOutlined, color: 'error.main' } as const

const wordsOf = ({ save, device, conflicts, held, version }: DraftSnapshot, text: Text): Words => {
  if (save.kind === 'refused' || save.kind === 'retrying') {
    const why = save.kind === 'refused' || save.problem.code !== 'network' ? save.kind : 'offline'
    const words = text(`templateEditor.save.${why}.${device === 'kept' ? 'kept' : 'here'}`)
    return save.kind === 'refused'
      ? { ...bad, words }
      : { icon: CloudOffOutlined, color: 'warning.main', words }
  }
  if (save.kind === 'waiting')
    return { icon: EditOutlined, color: 'text.secondary', words: text('templateEditor.save.waiting') }
  if (save.kind === 'saving')
    return { icon: SyncOutlined, color: 'text.secondary', words: text('templateEditor.save.saving') }
  if (conflicts.length > 0)
    return { ...bad, words: text('templateEditor.save.conflict', { smart_count: conflicts.length }) }
  if (held.length > 0)
    return { ...bad, words: text('templateEditor.save.held', { smart_count: held.length }) }
  const at = save.at === null ? version.updatedAt : new Date(save.at).toISOString()
  return {
    icon: CloudDoneOutlined,
    color: 'text.secondary',
    words: text('templateEditor.save.saved', { time: formatTime(at) }),
  }
}

/** Whether what is written is on the server: always true, always in words. */
export const SaveWords = ({ snapshot }: { snapshot: DraftSnapshot }) => {
  const { icon: Icon, color, words } = wordsOf(snapshot, useText())
  const [toHeld] = snapshot.save.kind === 'saved' && snapshot.conflicts.length === 0 ? snapshot.held : []
  return (
    <Box
      data-part="save-state"
      aria-live={color === 'text.secondary' ? 'off' : 'polite'}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color, fontSize: '0.875rem', minWidth: 0 }}
    >
      <Icon aria-hidden sx={{ fontSize: 18, flexShrink: 0 }} />
      {toHeld ? <PlaceLink place={placeOfPath(toHeld.path)}>{words}</PlaceLink> : <span>{words}</span>}
    </Box>
  )
}
