import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface WideSectionProps {
  title: string
  about?: ReactNode
  children: ReactNode
}

/** A part of a page that needs its whole width: the words above, the thing below. */
export const WideSection = ({ title, about, children }: WideSectionProps) => (
  <Box component="section" sx={{ py: 3, borderTop: 1, borderColor: 'divider', minWidth: 0 }}>
    <Typography variant="h3" component="h2">
      {title}
    </Typography>
    {about && (
      <Typography variant="body2" color="textSecondary" component="div" sx={{ mt: 0.5, maxWidth: '72ch' }}>
        {about}
      </Typography>
    )}
    <Box sx={{ mt: 2 }}>{children}</Box>
  </Box>
)
