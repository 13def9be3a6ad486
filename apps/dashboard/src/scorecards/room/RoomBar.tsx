import type { InterviewRoom } from '@assay/contracts'
import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined'
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import { useText } from '../../i18n/text.ts'
import type { ScorecardSnapshot } from '../drafts/useScorecardDraft.ts'
import { Clock } from './Clock.tsx'
import { SaveWords } from './SaveWords.tsx'

interface RoomBarProps {
  room: InterviewRoom
  snapshot: ScorecardSnapshot
  onHelp: () => void
}

const bar = {
  position: 'sticky',
  top: 0,
  zIndex: 'appBar',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: { xs: 1, md: 2.5 },
  rowGap: 0.25,
  px: { xs: 1, md: 2.5 },
  py: 1,
  bgcolor: 'background.default',
  borderBottom: 1,
  borderColor: 'divider',
} as const

/** Always in sight: with whom, how long, and whether it is saved. */
export const RoomBar = ({ room, snapshot, onHelp }: RoomBarProps) => {
  const text = useText()
  const { interview, kit, scorecard } = room
  const { candidate, template, stage, id } = interview
  return (
    <Box component="header" sx={bar}>
      <IconButton
        component={Link}
        to={`/interviews/${id}`}
        aria-label={text('room.back')}
        title={text('room.back')}
      >
        <ArrowBackOutlined />
      </IconButton>
      <Box sx={{ flex: '1 1 180px', minWidth: 0 }}>
        <Typography variant="h2" component="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
          {candidate.name}
        </Typography>
        <Typography variant="caption" component="p" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {[template.name, stage?.name].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      <Clock interview={interview} budget={kit.durationMinutes} />
      <SaveWords snapshot={snapshot} savedAt={scorecard.savedAt} />
      <IconButton
        aria-label={text('room.keys.open')}
        title={text('room.keys.open')}
        onClick={onHelp}
        sx={{ display: { xs: 'none', md: 'inline-flex' } }}
      >
        <KeyboardOutlined />
      </IconButton>
    </Box>
  )
}
