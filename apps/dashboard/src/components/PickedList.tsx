import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import type { ReactNode, Ref } from 'react'
import { Choice, type Option } from './Choice.tsx'
import { MoveButtons } from './MoveButtons.tsx'
import type { Focusable } from './useFocusInside.ts'
import { useListEditing } from './useListEditing.ts'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'

type Said<Entry> = (entry: Entry, place: number, change: (next: Entry) => void) => ReactNode

interface PickedListProps<Entry> {
  /** What the choice of one more is called. */
  add: string
  options: readonly Option[]
  value: readonly Entry[]
  onChange: (next: Entry[]) => void
  idOf: (entry: Entry) => string
  make: (id: string) => Entry
  nameOf: (id: string) => string
  /** Over the names, and over what is said about them, on a wide screen. */
  heads?: readonly [names: string, said: ReactNode]
  /** What is said about a picked one, beside its name; `change` replaces it. */
  children?: Said<Entry>
  /** What has to be said at length, under it. */
  renderBelow?: Said<Entry>
  /** Their order says nothing: they are taken away, not moved. */
  unordered?: boolean
  error?: string | undefined
  ref?: Ref<Focusable>
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 1fr) auto auto' },
  alignItems: 'center',
  columnGap: 2,
  rowGap: 1,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
} as const

/** Seen only: each control carries its own name. */
const Heads = ({ heads: [names, said] }: { heads: readonly [string, ReactNode] }) => (
  <Box
    aria-hidden
    sx={{
      ...row,
      display: { xs: 'none', sm: 'grid' },
      gridTemplateColumns: 'minmax(0, 1fr) auto 90px',
      py: 0,
      border: 0,
      color: 'text.secondary',
      fontSize: '0.813rem',
    }}
  >
    <span>{names}</span>
    {said}
  </Box>
)

/** Some of what there is, in an order, each with what is said about it here. Choosing one more adds it. */
export const PickedList = <Entry,>(props: PickedListProps<Entry>) => {
  const {
    add,
    options,
    value,
    onChange,
    idOf,
    make,
    nameOf,
    heads,
    children,
    renderBelow,
    unordered,
    error,
    ref,
  } = props
  const text = useText()
  const { inside, said, move, remove } = useListEditing({ value, onChange, ref })
  const left = options.filter((option) => !value.some((entry) => idOf(entry) === option.value))
  const rows = value.map((entry, place) => {
    const change = (next: Entry) => onChange(value.with(place, next))
    return (
      <Box key={idOf(entry)} component="li" data-entry={place} sx={row}>
        <Box sx={{ fontWeight: 550, overflowWrap: 'anywhere', minHeight: '1.5em' }}>
          {nameOf(idOf(entry))}
        </Box>
        <Box sx={{ gridRow: { xs: 2, sm: 'auto' }, gridColumn: { xs: '1 / -1', sm: 2 } }}>
          {children?.(entry, place, change)}
        </Box>
        <MoveButtons
          place={place}
          count={unordered ? 0 : value.length}
          onMove={(to, part) => move(place, to, part)}
          onRemove={() => remove(place, 'remove')}
        />
        {renderBelow && <Box sx={{ gridColumn: '1 / -1' }}>{renderBelow(entry, place, change)}</Box>}
      </Box>
    )
  })
  return (
    <Box ref={inside} sx={{ display: 'grid', gap: 1.5 }}>
      {heads && rows.length > 0 && <Heads heads={heads} />}
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
          options={[{ value: '', label: text('pickedList.choose') }, ...left]}
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
