import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { SvgIconComponent } from '@mui/icons-material'
import { Prose } from '../../components/Prose.tsx'

interface ChecklistProps {
  title: string
  entries: readonly { id: string; text: string }[]
  icon: SvgIconComponent
  /** A path into the palette. */
  tone: string
  /** Its level: under a question it is one deeper. */
  heading?: 'h3' | 'h4'
  /** The steps have an order. */
  ordered?: boolean
}

const row = {
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 1,
  py: 0.375,
  alignItems: 'start',
  fontSize: '0.875rem',
  lineHeight: 1.5,
} as const

const box = {
  m: 0,
  mt: '3px',
  width: 16,
  height: 16,
  accentColor: 'var(--assay-palette-primary-main)',
} as const

/** What is ticked while listening. Here it is shown only: an interview is where it is used. */
export const Checklist = ({
  title,
  entries,
  icon: Icon,
  tone,
  heading = 'h4',
  ordered = false,
}: ChecklistProps) => {
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
        {entries.map(({ id, text }) => (
          <Box component="li" key={id}>
            <Box component="label" sx={row}>
              <Box component="input" type="checkbox" disabled sx={box} />
              <Prose>{text}</Prose>
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
