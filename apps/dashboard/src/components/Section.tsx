import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  /** What it is for and what follows from it. */
  about?: ReactNode
  children: ReactNode
}

/** A part of a settings page: what it means on the left, what to do on the right. */
export const Section = ({ title, about, children }: SectionProps) => (
  <Box
    component="section"
    sx={{
      display: 'grid',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(200px, 5fr) minmax(0, 11fr)' },
      gap: { xs: 1.5, md: 4 },
      py: 3,
      borderTop: 1,
      borderColor: 'divider',
    }}
  >
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      {about && (
        <Typography variant="body2" color="textSecondary" component="div" sx={{ mt: 0.5, maxWidth: '46ch' }}>
          {about}
        </Typography>
      )}
    </Box>
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 2.5 }, borderRadius: 1.5, minWidth: 0 }}>
      {children}
    </Paper>
  </Box>
)
