import Box from '@mui/material/Box'

const octagon = 'polygon(28% 0, 72% 0, 100% 28%, 100% 72%, 72% 100%, 28% 100%, 0 72%, 0 28%)'

/** The number of a level in the shape of the mark, ringed in the colour of its rating. */
export const LevelMark = ({ level, tone, size = 26 }: { level: number; tone: string; size?: number }) => (
  <Box
    component="span"
    aria-hidden
    sx={{
      display: 'inline-grid',
      placeItems: 'center',
      flexShrink: 0,
      width: size,
      height: size,
      clipPath: octagon,
      bgcolor: tone,
    }}
  >
    <Box
      component="span"
      sx={{
        display: 'grid',
        placeItems: 'center',
        width: size - 5,
        height: size - 5,
        clipPath: octagon,
        bgcolor: 'background.paper',
        color: 'text.primary',
        fontSize: '0.813rem',
        fontWeight: 650,
        lineHeight: 1,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {level}
    </Box>
  </Box>
)
