import Box from '@mui/material/Box'
import { rosetteCurves } from './rosette-curve.ts'

const curves = rosetteCurves({ centre: 300, radius: 190, swing: [46, 40], petals: [14, 5], curves: 36 })

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
      opacity: 0.34,
    }}
  >
    {curves.map((path) => (
      <path key={path} d={path} />
    ))}
  </Box>
)
