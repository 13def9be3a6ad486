import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

const tones = {
  verdigris: { color: 'primary.main', bgcolor: 'tint.verdigris' },
  brass: { color: 'brass.text', bgcolor: 'tint.brass' },
} as const

interface CartoucheProps {
  size: number
  tone?: keyof typeof tones
  children: ReactNode
}

/** The chamfered shape of the mark, around initials or a sign. Decoration: the words stand beside it. */
export const Cartouche = ({ size, tone = 'verdigris', children }: CartoucheProps) => (
  <Box
    component="span"
    aria-hidden
    sx={{
      display: 'inline-grid',
      placeItems: 'center',
      flexShrink: 0,
      width: size,
      height: size,
      fontSize: size * 0.37,
      fontWeight: 650,
      clipPath: 'polygon(28% 0, 72% 0, 100% 28%, 100% 72%, 72% 100%, 28% 100%, 0 72%, 0 28%)',
      ...tones[tone],
    }}
  >
    {children}
  </Box>
)
