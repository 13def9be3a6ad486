import type { Session } from '@assay/contracts'
import DevicesOutlined from '@mui/icons-material/DevicesOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { Moment } from '../components/Moment.tsx'
import { formatMoment } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'

const When = ({ session }: { session: Session }) => {
  const text = useText()
  const { endedAt, endedBecause, startedAt, lastSeenAt, address } = session
  if (endedAt) {
    return (
      <>
        {endedBecause && `${text(`ownSession.because.${endedBecause}`)} `}
        {`${text('ownSession.endedWhen')} `}
        <Moment at={endedAt} />
      </>
    )
  }
  return (
    <>
      {`${text('ownSession.started', { moment: formatMoment(startedAt) })}, ${text('ownSession.seen')} `}
      <Moment at={lastSeenAt} relative />
      {address && `, ${text('ownSession.address', { address })}`}
    </>
  )
}

const row = {
  listStyle: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1.5,
  alignItems: 'center',
  py: 1.5,
  '&:first-of-type': { pt: 0 },
  '&:last-of-type': { pb: 0 },
} as const

export const SessionRow = ({ session, onEnd }: { session: Session; onEnd?: (session: Session) => void }) => {
  const text = useText()
  return (
    <Box component="li" sx={row}>
      <DevicesOutlined aria-hidden sx={{ color: session.endedAt ? 'text.disabled' : 'primary.main' }} />
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        <Typography component="p" variant="subtitle2" sx={{ overflowWrap: 'anywhere' }}>
          {session.device}
          {session.current && (
            <Chip
              component="span"
              size="small"
              label={text('ownSession.current')}
              sx={{ ml: 1, bgcolor: 'tint.verdigris', color: 'primary.dark' }}
            />
          )}
        </Typography>
        <Typography component="p" variant="caption" color="textSecondary">
          <When session={session} />
        </Typography>
      </Box>
      {onEnd && !session.current && (
        <Button size="small" variant="outlined" onClick={() => onEnd(session)}>
          {text('ownSession.end')}
        </Button>
      )}
    </Box>
  )
}
