import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

const list = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(120px, 1fr) minmax(0, 3fr)' },
  columnGap: 2,
  rowGap: { xs: 0.25, sm: 1.25 },
  overflowWrap: 'anywhere',
  '& > dt': { color: 'text.secondary', fontSize: '0.875rem', pt: { sm: 0.25 } },
  '& > dd': { m: 0, mb: { xs: 1, sm: 0 } },
} as const

export type Fact = readonly [name: string, value: ReactNode]

/** What is known, by its name. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <Box component="dl" sx={list}>
    {facts.flatMap(([name, value]) => [
      <dt key={`${name} name`}>{name}</dt>,
      <dd key={`${name} value`}>{value}</dd>,
    ])}
  </Box>
)
