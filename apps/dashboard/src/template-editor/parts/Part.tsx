import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo, type ReactNode } from 'react'

interface PartProps {
  /** Its place on the page, for links. */
  place: string
  title: string
  about: string
  children: ReactNode
}

/** One part of the draft: what it is for, then the thing itself. */
export const Part = ({ place, title, about, children }: PartProps) => (
  <Box component="section" aria-labelledby={place} sx={{ minWidth: 0 }}>
    <Typography
      variant="h2"
      id={place}
      tabIndex={-1}
      sx={{ scrollMarginTop: 96, '&:focus': { outline: 'none' } }}
    >
      {title}
    </Typography>
    <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25, mb: 2, maxWidth: '64ch' }}>
      {about}
    </Typography>
    {children}
  </Box>
)

/** A white sheet on which something is written. */
export const Sheet = memo(({ children }: { children: ReactNode }) => (
  <Box
    sx={{
      bgcolor: 'background.paper',
      border: 1,
      borderColor: 'divider',
      borderRadius: 1.5,
      p: { xs: 1.75, sm: 2 },
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: 2,
    }}
  >
    {children}
  </Box>
))
Sheet.displayName = 'Sheet'
