import Box from '@mui/material/Box'
import { NavLink } from 'react-router'

export interface PageTab {
  to: string
  label: string
}

const tab = {
  px: 0.5,
  py: 1,
  color: 'text.secondary',
  fontWeight: 600,
  fontSize: '0.875rem',
  textDecoration: 'none',
  whiteSpace: 'nowrap',
  borderBottom: '2px solid transparent',
  '&:hover': { color: 'text.primary' },
  '&.active': { color: 'text.primary', borderColor: 'primary.main' },
} as const

/** Links, not tabs of a script: each part has its address, and going back works. */
export const PageTabs = ({ label, tabs }: { label: string; tabs: readonly PageTab[] }) => (
  <Box
    component="nav"
    aria-label={label}
    sx={{ display: 'flex', overflowX: 'auto', columnGap: 2.5, mb: '-1px' }}
  >
    {tabs.map(({ to, label: name }) => (
      <Box key={to} component={NavLink} to={to} end sx={tab}>
        {name}
      </Box>
    ))}
  </Box>
)
