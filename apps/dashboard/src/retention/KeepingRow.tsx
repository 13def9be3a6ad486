import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

interface KeepingRowProps {
  title: ReactNode
  /** Under it, a line each. */
  lines: readonly string[]
  actions?: ReactNode
}

const row = {
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) auto' },
  alignItems: 'center',
  columnGap: 2,
  rowGap: 1,
  py: 1.25,
  '& + &': { borderTop: 1, borderColor: 'divider' },
  '&:first-of-type': { pt: 0 },
  '&:last-of-type': { pb: 0 },
} as const

/** One rule, person, hold or erasure of a list: what it is, what is known of it, what can be done. */
export const KeepingRow = ({ title, lines, actions }: KeepingRowProps) => (
  <Box component="li" sx={row}>
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      {lines.map((line) => (
        <Box key={line} sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {line}
        </Box>
      ))}
    </Box>
    {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
  </Box>
)

export const KeepingList = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box component="ul" aria-label={label} sx={{ m: 0, p: 0 }}>
    {children}
  </Box>
)
