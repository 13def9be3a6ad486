import RedoOutlined from '@mui/icons-material/RedoOutlined'
import UndoOutlined from '@mui/icons-material/UndoOutlined'
import RuleOutlined from '@mui/icons-material/RuleOutlined'
import { minutesOf, type VersionContent } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useLocation } from 'react-router'
import { useText } from '../i18n/text.ts'
import { useDraftEngine } from './draft/draft-context.ts'
import type { DraftSnapshot } from './draft/version-kind.ts'
import { MinutesMeter } from './overview/MinutesMeter.tsx'
import { SaveWords } from './overview/SaveWords.tsx'
import { viewAddress } from './overview/view.ts'
import { RowTool } from './parts/RowTools.tsx'

interface EditorBarProps {
  snapshot: DraftSnapshot
  content: VersionContent
}

const bar = {
  position: { sm: 'sticky' },
  top: { sm: 57, md: 0 },
  zIndex: 5,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: { xs: 2, md: 3 },
  rowGap: 0.75,
  py: 1,
  mb: 2,
  bgcolor: 'background.default',
  borderBottom: 1,
  borderColor: 'divider',
} as const

const GapsButton = ({ count }: { count: number }) => {
  const text = useText()
  const { search } = useLocation()
  return (
    <Button
      component={Link}
      to={viewAddress(search, { view: 'gaps' })}
      replace
      size="small"
      variant={count > 0 ? 'outlined' : 'text'}
      color={count > 0 ? 'warning' : 'primary'}
      startIcon={<RuleOutlined />}
    >
      {count > 0
        ? text('templateEditor.gaps.count', { smart_count: count })
        : text('templateEditor.gaps.complete')}
    </Button>
  )
}

const Travel = ({ snapshot }: { snapshot: DraftSnapshot }) => {
  const text = useText()
  const { undo, redo } = useDraftEngine()
  return (
    <Box sx={{ display: 'flex' }}>
      <RowTool
        part="undo"
        icon={UndoOutlined}
        label={text('templateEditor.undo')}
        idle={!snapshot.mayUndo}
        onPress={undo}
      />
      <RowTool
        part="redo"
        icon={RedoOutlined}
        label={text('templateEditor.redo')}
        idle={!snapshot.mayRedo}
        onPress={redo}
      />
    </Box>
  )
}

/** Always in sight: whether it is saved, whether it fits the time, and what is missing. */
export const EditorBar = ({ snapshot, content }: EditorBarProps) => (
  <Box sx={bar}>
    <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
      <SaveWords snapshot={snapshot} />
    </Box>
    <Travel snapshot={snapshot} />
    <Box sx={{ flex: { xs: '1 1 170px', sm: '0 1 240px' }, minWidth: 170 }}>
      <MinutesMeter minutes={minutesOf(content)} duration={snapshot.draft.durationMinutes} />
    </Box>
    {/* The server knows nothing of what is held back: that nothing is missing would be said of other words. */}
    {(snapshot.held.length === 0 || snapshot.version.gaps.length > 0) && (
      <GapsButton count={snapshot.version.gaps.length} />
    )}
  </Box>
)
