import type { SvgIconComponent } from '@mui/icons-material'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface StatusLook {
  icon: SvgIconComponent
  color: string
  ground: string
}

/** Where something stands: told by a sign, a colour and a word, never by the colour alone. */
export const StatusMark = ({
  look: { icon: Icon, color, ground },
  children,
}: {
  look: StatusLook
  children: ReactNode
}) => (
  <Box
    component="span"
    sx={{
      display: 'inline-flex',
      // In a grid it stays as wide as its word.
      justifySelf: 'start',
      alignItems: 'center',
      gap: 0.5,
      px: 0.875,
      py: 0.125,
      borderRadius: 0.75,
      bgcolor: ground,
      color,
      fontSize: '0.813rem',
      fontWeight: 600,
      whiteSpace: 'nowrap',
    }}
  >
    <Icon aria-hidden sx={{ fontSize: 16 }} />
    {children}
  </Box>
)
