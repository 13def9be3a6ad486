import BrightnessAutoOutlined from '@mui/icons-material/BrightnessAutoOutlined'
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useColorScheme } from '@mui/material/styles'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'

const schemes = [
  { mode: 'light', icon: LightModeOutlined },
  { mode: 'dark', icon: DarkModeOutlined },
  { mode: 'system', icon: BrightnessAutoOutlined },
] as const

const look = {
  flex: 1,
  position: 'relative',
  display: 'grid',
  placeItems: 'center',
  py: 0.625,
  borderRadius: 0.625,
  color: 'text.secondary',
  cursor: 'pointer',
  '&:hover': { color: 'text.primary' },
  '&:has(:checked)': {
    bgcolor: 'surface.raised',
    color: 'primary.main',
    boxShadow: '0 1px 2px rgb(0 0 0 / 18%)',
  },
  '&:has(:focus-visible)': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '1px' },
} as const

/** Light, dark or as the system has it: three radio buttons in a row, so arrows move between them. */
export const SchemeChoice = () => {
  const text = useText()
  const { mode, setMode } = useColorScheme()
  return (
    <Box
      role="radiogroup"
      aria-label={text('scheme.title')}
      sx={{ display: 'flex', p: 0.375, borderRadius: 0.875, bgcolor: 'surface.sunken', position: 'relative' }}
    >
      {schemes.map(({ mode: value, icon: Icon }) => (
        <Tooltip key={value} title={text(`scheme.${value}`)}>
          <Box component="label" sx={look}>
            <Box
              component="input"
              type="radio"
              name="color-scheme"
              aria-label={text(`scheme.${value}`)}
              checked={mode === value}
              onChange={() => setMode(value)}
              sx={visuallyHidden}
            />
            <Icon aria-hidden sx={{ fontSize: 18 }} />
          </Box>
        </Tooltip>
      ))}
    </Box>
  )
}
