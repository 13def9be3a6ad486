import type { SvgIconComponent } from '@mui/icons-material'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Prose } from '../../components/Prose.tsx'
import { useRoomWork } from '../room-context.ts'

interface TicksProps {
  title: string
  entries: readonly { key: string; text: string }[]
  ticked: Readonly<Record<string, true>>
  icon: SvgIconComponent
  /** A path into the palette. */
  tone: string
  heading?: 'h3' | 'h4'
  /** The steps have an order. */
  ordered?: boolean
  onTick: (key: string) => void
}

const row = {
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 1,
  py: 0.5,
  px: 0.5,
  mx: -0.5,
  borderRadius: 0.75,
  alignItems: 'start',
  fontSize: '0.875rem',
  lineHeight: 1.5,
  cursor: 'pointer',
  '&:hover': { bgcolor: 'action.hover' },
} as const

const box = {
  m: 0,
  mt: '2px',
  width: 18,
  height: 18,
  accentColor: 'var(--assay-palette-primary-main)',
} as const

/** Short things that are ticked while listening. */
export const Ticks = ({ title, entries, ticked, icon: Icon, tone, ...how }: TicksProps) => {
  const { mayWrite } = useRoomWork()
  const { heading = 'h4', ordered = false, onTick } = how
  if (entries.length === 0) return null
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography
        variant="subtitle2"
        component={heading}
        sx={{ display: 'flex', alignItems: 'center', gap: 0.75, mb: 0.25 }}
      >
        <Icon aria-hidden sx={{ fontSize: 17, color: tone }} />
        {title}
      </Typography>
      <Box component={ordered ? 'ol' : 'ul'} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {entries.map(({ key, text }) => (
          <li key={key}>
            <Box component="label" sx={row}>
              <Box
                component="input"
                type="checkbox"
                checked={ticked[key] ?? false}
                disabled={!mayWrite}
                onChange={() => onTick(key)}
                sx={box}
              />
              <Prose>{text}</Prose>
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  )
}
