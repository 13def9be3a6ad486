import Box from '@mui/material/Box'
import type { SvgIconComponent } from '@mui/icons-material'
import Typography from '@mui/material/Typography'
import { Prose } from '../components/Prose.tsx'
import { useText } from '../i18n/text.ts'

interface PointsProps {
  title: string
  about?: string
  points: readonly string[]
  icon: SvgIconComponent
  /** A path into the palette. */
  tone: string
}

/** A list to listen by: each thought by itself, under the sign of what it means when heard. */
export const Points = ({ title, about, points, icon: Icon, tone }: PointsProps) => {
  const text = useText()
  return (
    <Box component="section" sx={{ minWidth: 0, pt: 2, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      {about && (
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.25 }}>
          {about}
        </Typography>
      )}
      {points.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {text('bank.nothingWritten')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, mt: 1.25, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {points.map((point) => (
            <Box component="li" key={point} sx={{ display: 'flex', gap: 1.25 }}>
              <Icon aria-hidden sx={{ color: tone, fontSize: 18, mt: '3px', flexShrink: 0 }} />
              <Typography variant="body2" component="div" sx={{ maxWidth: '64ch' }}>
                <Prose>{point}</Prose>
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  )
}

/** Two lists beside each other, one below the other where there is no room. */
export const twoColumns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
  columnGap: 5,
  rowGap: 3,
} as const
