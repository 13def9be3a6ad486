import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { NavLink } from 'react-router'
import { useText } from '../i18n/text.ts'
import type { PageLink } from './pages.ts'
import { usePages } from './usePages.ts'

const Item = ({ page, onGo }: { page: PageLink; onGo?: () => void }) => {
  const text = useText()
  const Icon = page.icon
  return (
    <Box component="li" sx={{ listStyle: 'none' }}>
      <Box
        component={NavLink}
        to={page.to}
        end={page.to === '/'}
        onClick={onGo}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.25,
          px: 1.25,
          py: 0.875,
          borderRadius: 0.875,
          color: 'text.secondary',
          fontSize: '0.938rem',
          fontWeight: 550,
          textDecoration: 'none',
          '&:hover': { bgcolor: 'surface.sunken', color: 'text.primary' },
          '&.active': { bgcolor: 'tint.verdigris', color: 'primary.dark', fontWeight: 620 },
        }}
      >
        <Icon aria-hidden sx={{ fontSize: 20 }} />
        {text(page.label)}
      </Box>
    </Box>
  )
}

export const Navigation = ({ onGo }: { onGo?: () => void }) => {
  const text = useText()
  const id = useId()
  const pages = usePages()
  const administration = pages.filter((page) => page.administration)
  return (
    <Box
      component="nav"
      aria-label={text('layout.navigation')}
      sx={{ '& ul': { m: 0, p: 0, display: 'grid', gap: 0.25 } }}
    >
      <ul>
        {pages
          .filter((page) => !page.administration)
          .map((page) => (
            <Item key={page.to} page={page} onGo={onGo} />
          ))}
      </ul>
      {administration.length > 0 && (
        <>
          <Typography
            variant="caption"
            color="textSecondary"
            component="p"
            id={id}
            sx={{ px: 1.25, mt: 2.5, mb: 0.5 }}
          >
            {text('layout.administration')}
          </Typography>
          <ul aria-labelledby={id}>
            {administration.map((page) => (
              <Item key={page.to} page={page} onGo={onGo} />
            ))}
          </ul>
        </>
      )}
    </Box>
  )
}
