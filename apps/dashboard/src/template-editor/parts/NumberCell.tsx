import Box from '@mui/material/Box'
import { useId, useState } from 'react'

interface NumberCellProps {
  value: number
  minimum: number
  maximum: number
  label: string
  unit: string
  /** Said while what stands in it is no such number. */
  rule: string
  id?: string
  disabled?: boolean
  onNumber: (value: number) => void
}

const field = {
  width: '4.25ch',
  boxSizing: 'content-box',
  font: 'inherit',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  textAlign: 'right',
  color: 'text.primary',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'surface.control',
  borderRadius: 0.75,
  px: 0.5,
  height: 30,
  '&[aria-invalid="true"]': { borderColor: 'error.main' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'brass.main', outlineOffset: '1px' },
} as const

/** A number in place. Only numbers that can be kept go into the draft; leaving the field shows the one that is kept. */
export const NumberCell = ({ value, minimum, maximum, label, unit, rule, id, onNumber }: NumberCellProps) => {
  const ruleId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const isKept = (text: string): boolean =>
    /^\d+$/u.test(text) && Number(text) >= minimum && Number(text) <= maximum
  const wrong = typed !== null && !isKept(typed)
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
      <Box
        component="input"
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={wrong ? ruleId : undefined}
        value={typed ?? value}
        onChange={({ target }) => {
          const text = target.value.trim()
          setTyped(text)
          if (isKept(text)) onNumber(Number(text))
        }}
        onBlur={() => setTyped(null)}
        sx={field}
      />
      <Box component="span" aria-hidden sx={{ fontSize: '0.813rem', color: 'text.secondary' }}>
        {unit}
      </Box>
      {wrong && (
        <Box component="span" id={ruleId} role="alert" sx={{ fontSize: '0.813rem', color: 'error.main' }}>
          {rule}
        </Box>
      )}
    </Box>
  )
}
