import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import { useCurrentSession } from '../api/current-session.ts'
import { Wordmark } from '../brand/Wordmark.tsx'
import { Navigation } from './Navigation.tsx'
import { SearchButton } from './SearchButton.tsx'
import { UserMenu } from './UserMenu.tsx'

export const SIDE_BAR = 248

/** A long name may not push the navigation off the screen; it stands in full on the organization's page. */
const twoLines = {
  mt: 0.75,
  overflow: 'hidden',
  overflowWrap: 'anywhere',
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: '2',
} as const

/** Who we are, whose house this is, where one can go, and who one is. */
export const SideBar = ({ onGo }: { onGo?: () => void }) => {
  const organization = useCurrentSession()?.organization.name
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', p: 1.75, gap: 2 }}>
      <Box sx={{ px: 1, pt: 1 }}>
        <Box
          component={Link}
          to="/"
          onClick={onGo}
          sx={{ color: 'text.primary', textDecoration: 'none', display: 'inline-block' }}
        >
          <Wordmark size={26} />
        </Box>
        <Typography variant="body2" color="textSecondary" title={organization} sx={twoLines}>
          {organization}
        </Typography>
      </Box>
      <SearchButton onOpen={onGo} />
      <Box sx={{ flexGrow: 1, overflowY: 'auto', mx: -0.5, px: 0.5 }}>
        <Navigation onGo={onGo} />
      </Box>
      <UserMenu onGo={onGo} />
    </Box>
  )
}
