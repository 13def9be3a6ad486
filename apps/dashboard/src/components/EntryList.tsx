import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode, type Ref } from 'react'
import { useText } from '../i18n/text.ts'
import { visuallyHidden } from '../theme/visually-hidden.ts'
import { EntryRow } from './EntryRow.tsx'
import { pastedEntries, type EntryKind } from './entry-list.ts'
import type { Focusable } from './useFocusInside.ts'
import { useListEditing } from './useListEditing.ts'

export interface EntryListProps<Entry> {
  label: string
  /** The section it stands in has said it already. */
  titled?: boolean
  hint?: ReactNode
  /** The verb of the button: what is added. */
  add: string
  kind: EntryKind<Entry>
  value: readonly Entry[]
  onChange: (next: Entry[]) => void
  onBlur?: () => void
  maximum: number
  /** What is wrong with the list as a whole. */
  error?: string | undefined
  errorAt?: (place: number) => string | undefined
  ref?: Ref<Focusable>
}

interface FrameProps {
  label: string
  titled?: boolean | undefined
  hint?: ReactNode
  error?: string | undefined
  /** What just happened, for those who do not see it. */
  said: string
  children: ReactNode
}

/** Several fields under one label. */
const Frame = ({ label, titled, hint, error, said, children }: FrameProps) => (
  <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
    <FormLabel
      component="legend"
      error={Boolean(error)}
      sx={titled ? visuallyHidden : { p: 0, mb: hint ? 0.5 : 0.75 }}
    >
      {label}
    </FormLabel>
    {hint && <FormHelperText sx={{ mt: -0.25, mb: 1 }}>{hint}</FormHelperText>}
    {children}
    {error && <FormHelperText error>{error}</FormHelperText>}
    <Box component="output" sx={visuallyHidden}>
      {said}
    </Box>
  </Box>
)

const foot = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  '& > .keys': { visibility: 'hidden' },
  'fieldset:focus-within & > .keys': { visibility: 'visible' },
} as const

/** Which keys do what, while one is in the list: shown where there is room for it. */
const Foot = ({ full, add, onAdd }: { full: string | false; add: string; onAdd: () => void }) => {
  const text = useText()
  return (
    <Box sx={foot}>
      <Button
        size="small"
        data-part="add"
        startIcon={<AddOutlined />}
        aria-disabled={Boolean(full) || undefined}
        onClick={() => !full && onAdd()}
        sx={{ ml: -0.5 }}
      >
        {add}
      </Button>
      <Typography
        variant="caption"
        color="textSecondary"
        className="keys"
        sx={{ display: { xs: 'none', sm: 'block' } }}
      >
        {text('entryList.keys')}
      </Typography>
      {full && <FormHelperText>{full}</FormHelperText>}
    </Box>
  )
}

/** Texts in an order: added, written, moved and removed by buttons and by keys. */
export const EntryList = <Entry,>(props: EntryListProps<Entry>) => {
  const { label, titled, hint, add, kind, value, onChange, onBlur, maximum, error, errorAt, ref } = props
  const text = useText()
  const id = useId()
  const { inside, said, move, remove, insert } = useListEditing({ value, onChange, ref })
  const room = maximum - value.length
  const write = (place: number, texts: readonly string[]) => {
    const entries = texts.slice(0, room).map((one) => kind.withText(kind.blank(), one))
    if (entries.length > 0) insert(place, entries)
  }
  const rows = value.map((entry, place) => (
    <EntryRow
      // oxlint-disable-next-line react/no-array-index-key -- entries have no ids; their place names them
      key={place}
      id={`${id}-${place}`}
      label={text('entryList.entry', { label, place: place + 1 })}
      place={place}
      count={value.length}
      text={kind.textOf(entry)}
      error={errorAt?.(place)}
      onText={(written) => onChange(value.with(place, kind.withText(entry, written)))}
      onPaste={(pasted) => write(place + 1, pastedEntries(pasted))}
      onNext={() => write(place + 1, [''])}
      onBlur={onBlur}
      onMove={(to, part) => move(place, to, part)}
      onRemove={(part) => remove(place, part)}
    />
  ))
  const full = room <= 0 && text('entryList.full', { count: maximum })
  return (
    <Frame label={label} titled={titled} hint={hint} error={error} said={said}>
      <Box ref={inside} sx={{ display: 'grid', gap: 1 }}>
        {rows}
        <Foot add={add} full={full} onAdd={() => write(value.length, [''])} />
      </Box>
    </Frame>
  )
}
