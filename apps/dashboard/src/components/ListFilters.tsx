import FilterAltOffOutlined from '@mui/icons-material/FilterAltOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useListContext } from 'ra-core'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'

/** The row of filters over a list. What is set stands in the address, so it can be sent to a colleague. */
export const ListFilters = ({ children }: { children: ReactNode }) => {
  const text = useText()
  const { filterValues, setFilters } = useListContext()
  const any = Object.keys(filterValues as object).length > 0
  return (
    <Box
      component="search"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fit, minmax(160px, 1fr))' },
        // The longest name to choose from must not widen the page.
        '& > *': { minWidth: 0 },
        '& > :first-of-type': { gridColumn: { xs: '1 / -1', sm: 'span 2' } },
        gap: 1.5,
        alignItems: 'end',
        mb: 2,
      }}
    >
      {children}
      {any && (
        <Button
          startIcon={<FilterAltOffOutlined />}
          onClick={() => setFilters({})}
          sx={{ justifySelf: 'start' }}
        >
          {text('list.clear')}
        </Button>
      )}
    </Box>
  )
}
