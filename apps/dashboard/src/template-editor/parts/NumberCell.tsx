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
  /** A field of a form rather than one in a row. */
  roomy?: boolean
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

const wrongLook = { flexBasis: '100%', fontSize: '0.813rem', color: 'error.main' } as const

const roomyField = { ...field, width: '6ch', height: 38, px: 1.25, fontSize: '1rem' } as const

/** Stands in the draft for what is no number at all: no field takes it, so it is held back like any wrong number. */
const NO_NUMBER = 0

const numberOf = (text: string): number => (/^\d{1,6}$/u.test(text) ? Number(text) : NO_NUMBER)

/**
 * A number in place. Wrong ones go into the draft, too: there they are held back with their place, so that the page says
 * that they are not saved, and no version goes out with the number before.
 */
export const NumberCell = ({
  value,
  minimum,
  maximum,
  label,
  unit,
  rule,
  id,
  roomy = false,
  onNumber,
}: NumberCellProps) => {
  const ruleId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  // What was typed counts only while the draft says the same: a step taken back or a reset is newer.
  const shown = typed !== null && numberOf(typed) === value ? typed : String(value)
  const wrong = value < minimum || value > maximum
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
        value={shown}
        onChange={({ target }) => {
          const text = target.value.trim()
          setTyped(text)
          onNumber(numberOf(text))
        }}
        onBlur={() => !wrong && setTyped(null)}
        sx={roomy ? roomyField : field}
      />
      <Box component="span" aria-hidden sx={{ fontSize: '0.813rem', color: 'text.secondary' }}>
        {unit}
      </Box>
      {wrong && (
        <Box component="span" id={ruleId} role="alert" sx={wrongLook}>
          {rule}
        </Box>
      )}
    </Box>
  )
}
