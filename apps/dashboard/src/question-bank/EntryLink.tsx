import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { TextLink } from '../components/TextLink.tsx'
import { bankAddress, type BankResource, type BankRow } from './bank-kind.ts'
import { Origin } from './Origin.tsx'

interface EntryLinkProps {
  resource: BankResource
  row: BankRow
  title: ReactNode
  /** Under the title. */
  children?: ReactNode
  /** To its right, where there is room. */
  aside?: ReactNode
}

const line = {
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

/** On a wide screen the same fact of all rows stands in one column. */
const facts = {
  display: { xs: 'flex', sm: 'grid' },
  flexWrap: 'wrap',
  gridAutoFlow: 'column',
  // The last one says where it comes from, in a word.
  '& > *': { width: { sm: 118 } },
  '& > :last-child': { width: { sm: 74 } },
  justifyItems: 'start',
  alignItems: 'baseline',
  columnGap: 1.5,
  color: 'text.secondary',
  fontSize: '0.813rem',
} as const

/** An entry in a list. Going back from it finds the list as it was searched and filtered. */
export const EntryLink = ({ resource, row, title, children, aside }: EntryLinkProps) => {
  const { search } = useLocation()
  return (
    <Box sx={line}>
      <Box sx={{ minWidth: 0 }}>
        <TextLink
          to={bankAddress(resource, row.id)}
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
      <Box sx={facts}>
        {aside}
        <Origin row={row} />
      </Box>
    </Box>
  )
}
