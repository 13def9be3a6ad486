import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

interface RadioRowProps {
  name: string
  checked: boolean
  disabled: boolean
  /** What stands beside the name: a mark, or the key that chooses it. */
  mark?: ReactNode
  title: string
  children?: ReactNode
  onChoose: () => void
}

const look = {
  display: 'grid',
  gridTemplateColumns: 'auto auto minmax(0, 1fr)',
  columnGap: 1,
  alignItems: 'start',
  px: 1.25,
  py: 0.875,
  minHeight: 44,
  cursor: 'pointer',
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0 },
  '&:hover': { bgcolor: 'action.hover' },
  '&:has(input:checked)': { bgcolor: 'tint.verdigris' },
  '&:has(input:focus-visible)': {
    outline: '2px solid',
    outlineColor: 'brass.main',
    outlineOffset: '-2px',
  },
} as const

const box = {
  m: 0,
  mt: '4px',
  width: 18,
  height: 18,
  accentColor: 'var(--assay-palette-primary-main)',
} as const

/** One of several, with room for what it means. Pressing the chosen one again takes the choice back. */
export const RadioRow = ({ name, checked, disabled, mark, title, children, onChoose }: RadioRowProps) => (
  <Box component="label" sx={look}>
    <Box
      component="input"
      type="radio"
      name={name}
      checked={checked}
      disabled={disabled}
      onChange={onChoose}
      onClick={() => checked && onChoose()}
      sx={box}
    />
    <Box component="span" sx={{ minWidth: mark ? 26 : 0 }}>
      {mark}
    </Box>
    <Box sx={{ minWidth: 0, fontSize: '0.875rem', lineHeight: 1.5 }}>
      <Box component="span" sx={{ fontWeight: 600, display: 'block', fontSize: '0.938rem' }}>
        {title}
      </Box>
      {children}
    </Box>
  </Box>
)

export const radioGroup = {
  m: 0,
  p: 0,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1.25,
  overflow: 'hidden',
  minWidth: 0,
} as const
