import type { InterviewRoom } from '@assay/contracts'
import RestartAltOutlined from '@mui/icons-material/RestartAltOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useEffect, useState } from 'react'
import { useText } from '../../i18n/text.ts'

const MINUTE = 60_000
/** A clock that nobody started runs with the interview, and a while beyond: conversations do. */
const BEYOND = 30 * MINUTE

const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return now
}

const two = (number: number): string => String(number).padStart(2, '0')

/** Time that the conversation took, against what it may take. */
export const Clock = ({ interview, budget }: { interview: InterviewRoom['interview']; budget: number }) => {
  const text = useText()
  const now = useNow()
  const [startedAt, setStartedAt] = useState<number | null>(null)
  const [begins, ends] = [Date.parse(interview.startsAt), Date.parse(interview.endsAt)]
  const from = startedAt ?? (now >= begins && now <= ends + BEYOND ? begins : null)
  const taken = from === null ? 0 : Math.max(0, now - from)
  const over = Math.floor((taken - budget * MINUTE) / MINUTE)
  const shown = `${Math.floor(taken / MINUTE)}:${two(Math.floor(taken / 1_000) % 60)}`
  const label = text(from === null ? 'room.clock.start' : 'room.clock.restart')
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, fontSize: '0.875rem', whiteSpace: 'nowrap' }}>
      <Box
        role="timer"
        aria-label={text('room.clock.label')}
        sx={{
          fontVariantNumeric: 'tabular-nums',
          fontWeight: over > 0 ? 650 : 'inherit',
          color: over > 0 ? 'warning.main' : 'text.primary',
        }}
      >
        {over > 0
          ? text('room.clock.over', { smart_count: over })
          : text('room.clock.of', { minutes: shown, budget })}
      </Box>
      <IconButton size="small" aria-label={label} title={label} onClick={() => setStartedAt(Date.now())}>
        <RestartAltOutlined sx={{ fontSize: 18 }} />
      </IconButton>
    </Box>
  )
}
