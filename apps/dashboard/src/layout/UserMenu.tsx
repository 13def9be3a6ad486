import UnfoldMoreOutlined from '@mui/icons-material/UnfoldMoreOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useCurrentSession } from '../api/current-session.ts'
import { openPalette } from '../commands/palette-state.ts'
import { PersonMark } from '../components/PersonMark.tsx'
import { useText } from '../i18n/text.ts'
import { SchemeChoice } from './SchemeChoice.tsx'
import { useSignOut } from './useSignOut.ts'

const Entries = ({ onDone }: { onDone: () => void }) => {
  const text = useText()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const after = (work: () => unknown) => () => {
    onDone()
    work()
  }
  return (
    <>
      <MenuItem onClick={after(() => void navigate('/account'))}>{text('layout.account')}</MenuItem>
      <MenuItem onClick={after(() => openPalette('keys'))}>{text('layout.keyboard')}</MenuItem>
      <Divider />
      <MenuItem onClick={after(signOut)}>{text('layout.signOut')}</MenuItem>
    </>
  )
}

const button = {
  display: 'flex',
  gap: 1.25,
  width: '100%',
  mt: 1,
  p: 0.75,
  borderRadius: 0.875,
  textAlign: 'left',
  '&:hover': { bgcolor: 'surface.sunken' },
} as const

const line = { display: 'block', lineHeight: 1.3 } as const

const Face = ({ name, role }: { name: string; role: string }) => (
  <>
    <PersonMark name={name} />
    <Box sx={{ minWidth: 0, flexGrow: 1 }}>
      <Typography variant="subtitle2" component="span" noWrap sx={line}>
        {name}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="span" sx={line}>
        {role}
      </Typography>
    </Box>
    <UnfoldMoreOutlined aria-hidden sx={{ fontSize: 18, color: 'text.secondary' }} />
  </>
)

/** Who one is, light or dark, and the way out. */
export const UserMenu = ({ onGo }: { onGo?: () => void }) => {
  const text = useText()
  const user = useCurrentSession()?.user
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!user) return null
  const role = text(`role.${user.role}`)
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <SchemeChoice />
      <ButtonBase
        aria-label={text('layout.you', { name: user.name, role })}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={button}
      >
        <Face name={user.name} role={role} />
      </ButtonBase>
      <Menu
        disablePortal
        anchorEl={anchor}
        open={Boolean(anchor)}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { width: 216 } } }}
      >
        <Entries
          onDone={() => {
            setAnchor(null)
            onGo?.()
          }}
        />
      </Menu>
    </Box>
  )
}
