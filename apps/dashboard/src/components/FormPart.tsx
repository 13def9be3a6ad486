import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** Fields of one section, below each other. */
export const FormPart = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5 }}>{children}</Box>
)
