import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { GrowingInput } from './GrowingInput.tsx'
import { MoveButtons, type MovePart } from './MoveButtons.tsx'

interface EntryRowProps {
  id: string
  label: string
  place: number
  count: number
  text: string
  error: string | undefined
  onText: (text: string) => void
  /** Several lines at once; one line is pasted as in any field. */
  onPaste: (pasted: string) => void
  onNext: () => void
  onBlur?: (() => void) | undefined
  onMove: (to: number, part: MovePart | 'text') => void
  onRemove: (part: 'remove' | 'text') => void
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: '1.5rem minmax(0, 1fr)', sm: '1.5rem minmax(0, 1fr) auto' },
  alignItems: 'start',
  columnGap: 0.5,
  // Calm until one works on an entry; on a touch screen nothing hovers, so there they stay.
  '@media (hover: hover)': {
    '& .tools': { opacity: 0.7, transition: 'opacity 120ms' },
    '&:hover .tools, &:focus-within .tools': { opacity: 1 },
  },
} as const

const number = {
  pt: 1.125,
  color: 'text.secondary',
  fontSize: '0.813rem',
  fontVariantNumeric: 'tabular-nums',
} as const

const keysOf =
  ({ place, text, onNext, onMove, onRemove }: EntryRowProps) =>
  (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key, altKey, shiftKey } = event
    const act = (work: () => void) => {
      event.preventDefault()
      work()
    }
    if (altKey && key === 'ArrowUp') act(() => onMove(place - 1, 'text'))
    else if (altKey && key === 'ArrowDown') act(() => onMove(place + 1, 'text'))
    else if (key === 'Enter' && !shiftKey) act(onNext)
    else if (key === 'Backspace' && text === '' && !event.repeat) act(() => onRemove('text'))
  }

/** One entry: its number, its text, and what can be done with it. */
export const EntryRow = (props: EntryRowProps) => {
  const { id, label, place, count, text, error, onText, onPaste, onBlur, onMove, onRemove } = props
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (!/\S\s*\n\s*\S/u.test(pasted)) return
    event.preventDefault()
    onPaste(pasted)
  }
  return (
    <Box data-entry={place} sx={row}>
      <Box component="span" aria-hidden sx={number}>
        {place + 1}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <GrowingInput
          fullWidth
          value={text}
          error={Boolean(error)}
          onChange={({ target }) => onText(target.value)}
          onKeyDown={keysOf(props)}
          onPaste={paste}
          onBlur={onBlur}
          slotProps={{ input: { 'aria-label': label, 'aria-describedby': error ? id : undefined } }}
        />
        {error && (
          <FormHelperText error id={id}>
            {error}
          </FormHelperText>
        )}
      </Box>
      <Box
        className="tools"
        sx={{ gridColumn: { xs: 2, sm: 'auto' }, justifySelf: 'end', pt: { sm: 0.375 } }}
      >
        <MoveButtons place={place} count={count} onMove={onMove} onRemove={() => onRemove('remove')} />
      </Box>
    </Box>
  )
}
