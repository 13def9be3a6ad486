import CloseOutlined from '@mui/icons-material/CloseOutlined'
import SearchOutlined from '@mui/icons-material/SearchOutlined'
import MenuOutlined from '@mui/icons-material/MenuOutlined'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import { useState } from 'react'
import { Wordmark } from '../brand/Wordmark.tsx'
import { useText } from '../i18n/text.ts'
import { SideBar } from './SideBar.tsx'
import { openPalette } from '../commands/palette-state.ts'

const bar = {
  display: { xs: 'flex', md: 'none' },
  position: 'sticky',
  top: 0,
  zIndex: 'appBar',
  alignItems: 'center',
  justifyContent: 'space-between',
  px: 2,
  py: 1,
  bgcolor: 'background.default',
  borderBottom: 1,
  borderColor: 'divider',
} as const

const SideDrawer = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const text = useText()
  const paper = {
    'aria-label': text('layout.navigation'),
    sx: { width: 'min(300px, 88vw)', bgcolor: 'background.default' },
  }
  return (
    <Drawer anchor="right" open={open} onClose={onClose} slotProps={{ paper }}>
      <IconButton
        aria-label={text('layout.closeNavigation')}
        onClick={onClose}
        sx={{ position: 'absolute', right: 10, top: 14 }}
      >
        <CloseOutlined />
      </IconButton>
      <SideBar onGo={onClose} />
    </Drawer>
  )
}

/** On narrow screens the side bar comes when called. */
export const MobileBar = () => {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <Box component="header" sx={bar}>
      <Wordmark size={24} />
      <Box>
        <IconButton aria-label={text('layout.search')} onClick={() => openPalette('search')}>
          <SearchOutlined />
        </IconButton>
        <IconButton
          aria-label={text('layout.openNavigation')}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <MenuOutlined />
        </IconButton>
      </Box>
      <SideDrawer open={open} onClose={() => setOpen(false)} />
    </Box>
  )
}
