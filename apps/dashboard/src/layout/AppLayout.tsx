import Box from '@mui/material/Box'
import type { CoreLayoutProps } from 'ra-core'
import { Suspense } from 'react'
import { useFreshRights } from '../account/useFreshRights.ts'
import { useCurrentSession } from '../api/current-session.ts'
import { Commands } from '../commands/Commands.tsx'
import { OfflineNotice } from '../components/OfflineNotice.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { useText } from '../i18n/text.ts'
import { SignInAgain } from '../sessions/SignInAgain.tsx'
import { DemoBanner } from './DemoBanner.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import { MobileBar } from './MobileBar.tsx'
import { Notifications } from './Notifications.tsx'
import { ProgressLine } from './ProgressLine.tsx'
import { SIDE_BAR, SideBar } from './SideBar.tsx'
import { Unreachable } from './Unreachable.tsx'

const SkipLink = () => {
  const text = useText()
  return (
    <Box
      component="a"
      href="#content"
      onClick={(event) => {
        event.preventDefault()
        document.querySelector<HTMLElement>('#content')?.focus()
      }}
      sx={{
        position: 'fixed',
        zIndex: 'tooltip',
        left: 12,
        top: -60,
        p: 1.25,
        borderRadius: 0.875,
        bgcolor: 'background.paper',
        color: 'primary.main',
        '&:focus': { top: 12 },
      }}
    >
      {text('layout.skip')}
    </Box>
  )
}

export const AppLayout = ({ children }: CoreLayoutProps) => {
  const signedIn = useCurrentSession() !== null
  useFreshRights()
  return (
    <Box
      sx={{
        display: 'grid',
        // On paper there is no side bar whose column it would fall into.
        '@media print': { display: 'block' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: `${SIDE_BAR}px minmax(0, 1fr)` },
      }}
    >
      <SkipLink />
      <ProgressLine />
      <Box
        component="header"
        sx={{
          display: { xs: 'none', md: 'block' },
          position: 'sticky',
          top: 0,
          height: '100dvh',
          borderRight: 1,
          borderColor: 'divider',
        }}
      >
        <SideBar />
      </Box>
      <MobileBar />
      <Box sx={{ minWidth: 0 }}>
        <DemoBanner />
        <Box sx={{ px: 2, '&:not(:empty)': { pt: 2 } }}>
          <OfflineNotice />
        </Box>
        <Box component="main" id="content" tabIndex={-1}>
          <Suspense fallback={<PageLoading />}>{signedIn ? children : <Unreachable />}</Suspense>
        </Box>
      </Box>
      <Commands />
      <Notifications />
      <LeaveDialog />
      <SignOutDialog />
      <SignInAgain />
    </Box>
  )
}
