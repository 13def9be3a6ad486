import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { TextLink } from './TextLink.tsx'

interface LinkedRowProps {
  to: string
  title: ReactNode
  /** Under the title. */
  children?: ReactNode
  /** To its right, where there is room. */
  aside?: ReactNode
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
  columnGap: 3,
  rowGap: 0.5,
  px: 2,
  py: 1.375,
  alignItems: 'baseline',
  position: 'relative',
  '&:hover': { bgcolor: 'surface.sunken' },
  // The whole row is the link; its text stays selectable elsewhere, and readers hear the title only.
  '& a::after': { content: '""', position: 'absolute', inset: 0 },
} as const

/** One of a list, on the way to its page. Going back from there finds the list as it was searched and filtered. */
export const LinkedRow = ({ to, title, children, aside }: LinkedRowProps) => {
  const { search } = useLocation()
  return (
    <Box sx={row}>
      <Box sx={{ minWidth: 0 }}>
        <TextLink
          to={to}
          state={{ list: search }}
          underline="none"
          sx={{ fontWeight: 600, color: 'text.primary', overflowWrap: 'anywhere' }}
        >
          {title}
        </TextLink>
        {children && (
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
            {children}
          </Box>
        )}
      </Box>
      {aside}
    </Box>
  )
}
