import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import { useText } from '../../i18n/text.ts'

const track = {
  position: 'relative',
  width: '100%',
  minWidth: 90,
  height: 6,
  borderRadius: 3,
  overflow: 'hidden',
  bgcolor: 'surface.sunken',
} as const

/** What the questions take of the interview, as words and as a bar; too much is said, not only coloured. */
export const MinutesMeter = ({ minutes, duration }: { minutes: number; duration: number }) => {
  const text = useText()
  const over = minutes - duration
  const words =
    over > 0
      ? text('templateEditor.meter.over', { minutes, duration, smart_count: over })
      : text('templateEditor.meter.fits', { minutes, duration, smart_count: -over })
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.5,
          fontSize: '0.875rem',
          fontWeight: over > 0 ? 600 : 'inherit',
          color: over > 0 ? 'warning.main' : 'text.primary',
        }}
      >
        {over > 0 && <WarningAmberOutlined aria-hidden sx={{ fontSize: 17 }} />}
        <span>{words}</span>
      </Box>
      <Box aria-hidden sx={{ ...track, mt: 0.5 }}>
        <Box
          sx={{
            position: 'absolute',
            inset: 0,
            transformOrigin: '0 0',
            transform: `scaleX(${Math.min(1, minutes / Math.max(1, duration))})`,
            bgcolor: over > 0 ? 'brass.main' : 'primary.main',
            transition: 'transform 160ms',
          }}
        />
      </Box>
    </Box>
  )
}
