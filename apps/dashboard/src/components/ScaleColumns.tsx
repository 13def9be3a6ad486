import type { Scale } from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { LevelMark } from './LevelMark.tsx'
import { levelsOf, type ScaleLevel } from './rating-tone.ts'

interface ScaleColumnsProps {
  scale: Scale
  label: string
  /** What stands under a level; it is named by the level's heading. */
  children: (level: ScaleLevel, headingId: string) => ReactNode
}

/** One rule of colour from the lowest level to the highest: along the top, or down the side where it is narrow. */
const column = (tone: string) =>
  ({
    listStyle: 'none',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: 1,
    position: 'relative',
    px: 2,
    py: { '@': 1.75, '@680': 2 },
    pt: { '@680': 2.5 },
    '&::before': {
      content: '""',
      position: 'absolute',
      inset: { '@': '0 auto 0 0', '@680': '0 0 auto 0' },
      width: { '@': 5, '@680': 'auto' },
      height: { '@680': 5 },
      bgcolor: tone,
    },
    'li + &': {
      borderStyle: 'solid',
      borderColor: 'divider',
      borderWidth: { '@': '1px 0 0 0', '@680': '0 0 0 1px' },
    },
  }) as const

/** The levels of a scale side by side, each with its number, name and colour. */
export const ScaleColumns = ({ scale, label, children }: ScaleColumnsProps) => {
  const text = useText()
  const id = useId()
  return (
    <Box sx={{ containerType: 'inline-size', minWidth: 0 }}>
      <Box
        component="ol"
        aria-label={label}
        sx={{
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: { '@': 'minmax(0, 1fr)', '@680': `repeat(${scale}, minmax(0, 1fr))` },
          border: 1,
          borderColor: 'divider',
          borderRadius: 1.5,
          overflow: 'hidden',
          bgcolor: 'background.paper',
        }}
      >
        {levelsOf(scale).map((one) => (
          <Box component="li" key={one.name} sx={column(one.tone)}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <LevelMark level={one.level} tone={one.tone} />
              <Typography variant="subtitle2" component="span" id={`${id}-${one.level}`}>
                {text(`rating.${one.name}`)}
              </Typography>
            </Box>
            {children(one, `${id}-${one.level}`)}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
