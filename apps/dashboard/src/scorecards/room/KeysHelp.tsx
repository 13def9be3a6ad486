import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useText } from '../../i18n/text.ts'

interface KeysHelpProps {
  isOn: boolean
  scale: number
  onSwitch: (isOn: boolean) => void
  onClose: () => void
}

const key = {
  fontFamily: 'inherit',
  fontSize: '0.813rem',
  fontWeight: 650,
  border: 1,
  borderColor: 'surface.control',
  borderRadius: 0.75,
  px: 0.75,
  minWidth: 26,
  textAlign: 'center',
  display: 'inline-block',
} as const

/** Which keys there are; and a way to switch them off, for whoever has others. */
export const KeysHelp = ({ isOn, scale, onSwitch, onClose }: KeysHelpProps) => {
  const text = useText()
  const id = useId()
  const rows = [
    ['J', text('room.keys.next')],
    ['K', text('room.keys.previous')],
    [`1 – ${scale}`, text('room.keys.level')],
    ['0', text('room.keys.notAssessed')],
    ['N', text('room.keys.notes')],
    ['E', text('room.keys.evidence')],
    ['Ctrl ↵', text('room.keys.submit')],
    ['?', text('room.keys.help')],
  ] as const
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{text('room.keys.title')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {text('room.keys.about')}
        </Typography>
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 1, columnGap: 2 }}
        >
          {rows.map(([name, what]) => (
            <Box key={name} sx={{ display: 'contents' }}>
              <dt>
                <Box component="kbd" sx={key}>
                  {name}
                </Box>
              </dt>
              <Box component="dd" sx={{ m: 0 }}>
                {what}
              </Box>
            </Box>
          ))}
        </Box>
        <Box component="label" sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 2.5, minHeight: 44 }}>
          <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} />
          {text('room.keys.on')}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {text('scorecard.notice.keep')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
