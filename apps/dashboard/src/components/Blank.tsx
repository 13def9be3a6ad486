import Box from '@mui/material/Box'
import type { SvgIconComponent } from '@mui/icons-material'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Rosette } from '../brand/Rosette.tsx'

interface BlankProps {
  icon: SvgIconComponent
  title: string
  children?: ReactNode
  /** One thing to do about it. */
  action?: ReactNode
  /** Level of the title: the page's own heading when there is no other. */
  heading?: 'h1' | 'h2'
}

/** A place with nothing to show says why, and what to do: the empty, forbidden, broken and unknown alike. */
export const Blank = ({ icon: Icon, title, children, action, heading = 'h2' }: BlankProps) => (
  <Box
    sx={{
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      overflowWrap: 'anywhere',
      justifyItems: 'center',
      textAlign: 'center',
      gap: 1.5,
      py: { xs: 5, md: 8 },
      px: 2,
    }}
  >
    <Box sx={{ position: 'relative', width: 112, height: 112, display: 'grid', placeItems: 'center' }}>
      <Rosette />
      <Icon aria-hidden sx={{ fontSize: 30, color: 'primary.main', position: 'relative' }} />
    </Box>
    <Typography variant="h2" component={heading}>
      {title}
    </Typography>
    {children && (
      <Typography color="textSecondary" component="div" sx={{ maxWidth: '52ch' }}>
        {children}
      </Typography>
    )}
    {action && (
      <Box sx={{ mt: 1, display: 'flex', gap: 1, flexWrap: 'wrap', justifyContent: 'center' }}>{action}</Box>
    )}
  </Box>
)
