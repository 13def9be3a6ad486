import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import type { ReactNode, Ref } from 'react'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import type { Option } from './Choice.tsx'
import { useFocusInside, type Focusable } from './useFocusInside.ts'

interface CheckSetProps {
  label: string
  hint?: ReactNode
  /** The section it stands in has said it already. */
  titled?: boolean
  error?: string | undefined
  options: readonly Option[]
  value: readonly string[]
  onChange: (chosen: string[]) => void
  ref?: Ref<Focusable>
}

const pill = {
  position: 'relative',
  px: 1.25,
  py: 0.625,
  borderRadius: 0.875,
  border: 1,
  borderColor: 'surface.control',
  fontSize: '0.875rem',
  cursor: 'pointer',
  '&:hover': { bgcolor: 'surface.sunken' },
  '&:has(:checked)': {
    borderColor: 'primary.main',
    bgcolor: 'tint.verdigris',
    color: 'primary.dark',
    fontWeight: 600,
  },
  '&:has(:focus-visible)': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '2px' },
} as const

/** Any number of a few, all in sight. Kept in the order of the options. */
export const CheckSet = ({ label, hint, titled, error, options, value, onChange, ref }: CheckSetProps) => {
  const inside = useFocusInside(ref)
  const toggle = (one: string, on: boolean) => {
    const offered = options.map((option) => option.value)
    const chosen = offered.filter((each) => (each === one ? on : value.includes(each)))
    // What is not offered any more was chosen once: only its owner may take it away.
    onChange([...chosen, ...value.filter((each) => !offered.includes(each))])
  }
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <FormLabel component="legend" error={Boolean(error)} sx={titled ? visuallyHidden : { p: 0, mb: 0.75 }}>
        {label}
      </FormLabel>
      <Box ref={inside} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {options.map((option) => (
          <Box component="label" key={option.value} sx={pill}>
            <Box
              component="input"
              type="checkbox"
              checked={value.includes(option.value)}
              onChange={({ target }) => toggle(option.value, target.checked)}
              sx={visuallyHidden}
            />
            {option.label}
          </Box>
        ))}
      </Box>
      {(error ?? hint) && <FormHelperText error={Boolean(error)}>{error ?? hint}</FormHelperText>}
    </Box>
  )
}
