import Box from '@mui/material/Box'
import { rosetteCurves } from './rosette-curve.ts'

const curves = [
  ...rosetteCurves({ centre: 300, radius: 232, swing: 44, petals: 11, wave: [14, 11], curves: 18 }),
  ...rosetteCurves({ centre: 300, radius: 138, swing: 36, petals: 7, wave: [8, 7], curves: 14 }),
  ...rosetteCurves({ centre: 300, radius: 62, swing: 30, petals: 5, wave: [0, 5], curves: 10 }),
]

/** The engraving of certificates and bank notes, whose worth can be checked. Decoration only. */
export const Guilloche = () => (
  <Box
    component="svg"
    aria-hidden
    viewBox="0 0 600 600"
    sx={{
      position: 'absolute',
      right: '-34%',
      top: '-16%',
      width: '112%',
      fill: 'none',
      stroke: '#e9bd54',
      strokeWidth: 0.6,
      opacity: 0.42,
    }}
  >
    {curves.map((path) => (
      <path key={path} d={path} />
    ))}
  </Box>
)
