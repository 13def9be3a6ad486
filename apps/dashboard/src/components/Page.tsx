import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { usePageTitle } from './usePageTitle.ts'

interface PageProps {
  title: string
  /** For the window when the heading on the page is a name. */
  windowTitle?: string
  lead?: ReactNode
  above?: ReactNode
  actions?: ReactNode
  /** For work that needs the screen: as wide as it is. */
  wide?: boolean
  children: ReactNode
}

let lastPath: string | null = null

/** After going to another page the focus is on its heading, so that a screen reader says where one is. */
const useFocusOnArrival = () => {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    if (lastPath !== null && lastPath !== pathname) heading.current?.focus({ preventScroll: true })
    lastPath = pathname
  }, [pathname])
  return heading
}

export const Page = ({ title, windowTitle, lead, above, actions, wide = false, children }: PageProps) => {
  usePageTitle(windowTitle ?? title)
  const heading = useFocusOnArrival()
  return (
    <Box
      sx={{
        maxWidth: wide ? 1800 : 1120,
        mx: 'auto',
        px: { xs: 2, sm: 3, lg: 5 },
        pt: { xs: 2.5, md: 4.5 },
        pb: 8,
      }}
    >
      {above}
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 2, mb: { xs: 2.5, md: 3.5 } }}
      >
        <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {lead && (
            <Typography
              color="textSecondary"
              component="div"
              sx={{ mt: 0.75, maxWidth: '68ch', overflowWrap: 'anywhere' }}
            >
              {lead}
            </Typography>
          )}
        </Box>
        {actions && <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>{actions}</Box>}
      </Box>
      {children}
    </Box>
  )
}
