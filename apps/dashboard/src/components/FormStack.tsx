import Box from '@mui/material/Box'
import type { FormEventHandler, ReactNode } from 'react'

/** A form in one column. The browser's own bubbles are off: our words stand beside the fields and stay there. */
export const FormStack = ({
  onSubmit,
  children,
}: {
  onSubmit: FormEventHandler<HTMLFormElement>
  children: ReactNode
}) => (
  <Box component="form" noValidate onSubmit={onSubmit} sx={{ display: 'grid', gap: 2.25 }}>
    {children}
  </Box>
)
