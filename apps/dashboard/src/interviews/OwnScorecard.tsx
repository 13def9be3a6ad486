import type { Interview, OwedInterview } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import type { ReactNode } from 'react'
import { formatRelative } from '../i18n/formats.ts'
import { useText } from '../i18n/text.ts'
import { roomAddress } from './interview-requests.ts'
import { SnoozeReminders } from './SnoozeReminders.tsx'
import { formatDayInZone } from './wall-clock.ts'

/** To the room where one's own scorecard is written, or was. */
export const OwnScorecard = ({
  interview: { ownScorecard },
  children,
}: {
  interview: Interview
  children?: ReactNode
}) => {
  const text = useText()
  if (!ownScorecard) return children
  const isIn = ownScorecard.status === 'submitted'
  return (
    // Above the link that the row itself is.
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      {isIn ? <span>{text('interview.mine.submitted')}</span> : children}
      <Button
        component={Link}
        to={roomAddress(ownScorecard.id)}
        variant={isIn ? 'outlined' : 'contained'}
        size="small"
        sx={{ position: 'relative', zIndex: 1 }}
      >
        {text(`interview.room.${ownScorecard.status}`)}
      </Button>
    </Box>
  )
}

/** The same of an interview that is over: how late it is, and until when one asked for time. */
export const OwedScorecard = ({ interview }: { interview: OwedInterview }) => {
  const text = useText()
  const { snoozedUntil, endsAt, timeZone } = interview
  return (
    <OwnScorecard interview={interview}>
      <Box sx={{ '& > span': { display: 'block' } }}>
        <span>{text('interview.mine.late', { time: formatRelative(endsAt) })}</span>
        {snoozedUntil && (
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {text('interview.snooze.untilDay', { day: formatDayInZone(snoozedUntil, timeZone) })}
          </Box>
        )}
      </Box>
      <Box sx={{ position: 'relative', zIndex: 1 }}>
        <SnoozeReminders interview={interview} />
      </Box>
    </OwnScorecard>
  )
}
