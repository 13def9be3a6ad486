import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Guilloche } from '../brand/Guilloche.tsx'
import { Wordmark } from '../brand/Wordmark.tsx'
import { OfflineNotice } from '../components/OfflineNotice.tsx'
import { usePageTitle } from '../components/usePageTitle.ts'
import { useText } from '../i18n/text.ts'
import { titleFace } from '../theme/typography.ts'

const Panel = () => {
  const text = useText()
  return (
    <Box
      component="aside"
      sx={{
        display: { xs: 'none', md: 'flex' },
        position: 'relative',
        overflow: 'hidden',
        flexDirection: 'column',
        justifyContent: 'flex-end',
        p: 6,
        bgcolor: '#0b2f29',
        color: '#eef4f0',
      }}
    >
      <Guilloche />
      <Box sx={{ position: 'relative', maxWidth: 400 }}>
        <Typography
          component="p"
          sx={{ fontFamily: titleFace, fontSize: '2.25rem', lineHeight: 1.15, mb: 3 }}
        >
          {text('session.panel.title')}
        </Typography>
        {(['blind', 'kept', 'decided'] as const).map((line) => (
          <Typography
            key={line}
            component="p"
            sx={{ py: 1.25, borderTop: '1px solid rgb(233 189 84 / 45%)' }}
          >
            {text(`session.panel.${line}`)}
          </Typography>
        ))}
      </Box>
    </Box>
  )
}

interface FrontPageProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** The frame of every page before sign-in: one thing to do, and what Assay stands for beside it. */
export const FrontPage = ({ title, lead, children }: FrontPageProps) => {
  usePageTitle(title)
  return (
    <Box
      sx={{
        display: 'grid',
        minHeight: '100dvh',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(380px, 5fr) 7fr' },
      }}
    >
      <Panel />
      <Box
        component="main"
        sx={{ minWidth: 0, display: 'flex', flexDirection: 'column', p: { xs: 2.5, sm: 5 } }}
      >
        <Wordmark />
        <Box
          sx={{
            my: 'auto',
            py: 5,
            width: '100%',
            maxWidth: 420,
            mx: 'auto',
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr)',
            gap: 2.5,
            overflowWrap: 'anywhere',
          }}
        >
          <Box>
            <Typography variant="h1">{title}</Typography>
            {lead && (
              <Typography color="textSecondary" sx={{ mt: 1 }}>
                {lead}
              </Typography>
            )}
          </Box>
          <OfflineNotice signedOut />
          {children}
        </Box>
      </Box>
    </Box>
  )
}
