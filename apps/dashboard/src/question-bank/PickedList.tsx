import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import type { ReactNode, Ref } from 'react'
import { Choice, type Option } from '../components/Choice.tsx'
import { MoveButtons } from '../components/MoveButtons.tsx'
import type { Focusable } from '../components/useFocusInside.ts'
import { useListEditing } from '../components/useListEditing.ts'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'

interface PickedListProps<Entry> {
  /** What the choice of one more is called. */
  add: string
  options: readonly Option[]
  value: readonly Entry[]
  onChange: (next: Entry[]) => void
  idOf: (entry: Entry) => string
  make: (id: string) => Entry
  nameOf: (id: string) => string
  /** What is said about a picked one; `change` replaces it. */
  children?: (entry: Entry, place: number, change: (next: Entry) => void) => ReactNode
  error?: string | undefined
  ref?: Ref<Focusable>
}

const row = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  columnGap: 1,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
} as const

/** Some of the bank's entries in an order, each with what is said about it here. Choosing one more adds it. */
export const PickedList = <Entry,>(props: PickedListProps<Entry>) => {
  const { add, options, value, onChange, idOf, make, nameOf, children, error, ref } = props
  const text = useText()
  const { inside, said, move, remove } = useListEditing({ value, onChange, ref })
  const left = options.filter((option) => !value.some((entry) => idOf(entry) === option.value))
  const rows = value.map((entry, place) => (
    <Box key={idOf(entry)} component="li" data-entry={place} sx={row}>
      <Box sx={{ fontWeight: 550, overflowWrap: 'anywhere', minHeight: '1.5em' }}>{nameOf(idOf(entry))}</Box>
      <MoveButtons
        place={place}
        count={value.length}
        onMove={(to, part) => move(place, to, part)}
        onRemove={() => remove(place, 'remove')}
      />
      {children?.(entry, place, (next) => onChange(value.with(place, next)))}
    </Box>
  ))
  return (
    <Box ref={inside} sx={{ display: 'grid', gap: 1.5 }}>
      {rows.length > 0 && (
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {rows}
        </Box>
      )}
      {left.length > 0 && (
        <Choice
          size="small"
          label={add}
          value=""
          options={[{ value: '', label: text('bank.choose') }, ...left]}
          onChange={({ target }) => target.value && onChange([...value, make(target.value)])}
        />
      )}
      {error && <FormHelperText error>{error}</FormHelperText>}
      <Box component="output" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  )
}
