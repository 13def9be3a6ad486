import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { useText } from '../i18n/text.ts'
import { usePages } from '../layout/usePages.ts'
import { Keys } from './Keys.tsx'
import { openPalette } from './palette-state.ts'

const Row = ({ label, keys }: { label: string; keys: readonly string[] }) => (
  <Box
    sx={{
      display: 'flex',
      justifyContent: 'space-between',
      gap: 2,
      py: 0.875,
      borderBottom: 1,
      borderColor: 'divider',
    }}
  >
    <Box component="dt">{label}</Box>
    <Box component="dd" sx={{ m: 0 }}>
      <Keys keys={keys} />
    </Box>
  </Box>
)

export const KeyboardHelp = () => {
  const text = useText()
  const id = useId()
  const pages = usePages()
  const close = () => openPalette(null)
  return (
    <Dialog open onClose={close} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{text('layout.keyboard')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ m: 0 }}>
          <Row label={text('command.openPalette')} keys={['mod', 'K']} />
          <Row label={text('command.openHelp')} keys={['?']} />
          {pages.map(({ to, label, key }) => (
            <Row
              key={to}
              label={text('command.goTo', { page: text(label) })}
              keys={['G', key.toUpperCase()]}
            />
          ))}
          <Row label={text('command.closeDialog')} keys={['Esc']} />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={close}>
          {text('action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
