import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { LinkedRow } from '../components/LinkedRow.tsx'
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

/** An entry in a list. */
export const EntryLink = ({ resource, row, title, children, aside }: EntryLinkProps) => (
  <LinkedRow
    to={bankAddress(resource, row.id)}
    title={title}
    aside={
      <Box sx={facts}>
        {aside}
        <Origin row={row} />
      </Box>
    }
  >
    {children}
  </LinkedRow>
)
