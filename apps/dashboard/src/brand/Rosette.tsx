import Box from '@mui/material/Box'
import { rosetteCurves } from './rosette-curve.ts'

const curves = rosetteCurves({ centre: 60, radius: 46, swing: 7, petals: 14, wave: [2, 14], curves: 8 })

/** A small engraved ring around what has nothing to show yet. Decoration only. */
export const Rosette = () => (
  <Box
    component="svg"
    aria-hidden
    viewBox="0 0 120 120"
    sx={{
      position: 'absolute',
      inset: 0,
      fill: 'none',
      stroke: 'var(--assay-palette-brass-main)',
      strokeWidth: 0.4,
      opacity: 0.75,
    }}
  >
    {curves.map((path) => (
      <path key={path} d={path} />
    ))}
  </Box>
)
