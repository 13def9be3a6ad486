import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { ExplainedButton } from '../../components/ExplainedButton.tsx'
import { Field } from '../../components/Field.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { Spinner } from '../../components/Spinner.tsx'
import { useFocusAtStart } from '../../components/useFocusAtStart.ts'
import { useText } from '../../i18n/text.ts'
import type { BankSearch } from './useBankSearch.ts'

interface PickDialogProps<Entry extends { id: string }> {
  title: string
  /** Said when the search finds nothing. */
  none: string
  search: BankSearch<Entry>
  /** Why an entry cannot be chosen: it is there already. */
  usedIn: (entry: Entry) => string | null
  /** How many more there may be. */
  room: number
  filters?: ReactNode
  children: (entry: Entry) => ReactNode
  onPick: (entries: Entry[]) => void
  onClose: () => void
}

const row = {
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  columnGap: 0.5,
  alignItems: 'start',
  py: 1,
  cursor: 'pointer',
  '&:has(:disabled)': { cursor: 'default' },
} as const

interface ResultsProps<Entry extends { id: string }> extends Pick<
  PickDialogProps<Entry>,
  'search' | 'usedIn' | 'none' | 'children'
> {
  chosen: ReadonlyMap<string, Entry>
  onToggle: (entry: Entry) => void
  full: boolean
}

const Results = <Entry extends { id: string }>(props: ResultsProps<Entry>) => {
  const { search, usedIn, none, children, chosen, onToggle, full } = props
  const text = useText()
  if (search.problem) return <ProblemNotice problem={search.problem} />
  if (search.entries === null) return <Spinner size={24} label={text('slow.working')} />
  if (search.entries.length === 0) return <Typography color="textSecondary">{none}</Typography>
  return (
    <Box
      component="ul"
      sx={{ m: 0, p: 0, listStyle: 'none', '& > li + li': { borderTop: 1, borderColor: 'divider' } }}
    >
      {search.entries.map((entry) => {
        const used = usedIn(entry)
        const isChosen = chosen.has(entry.id)
        return (
          <li key={entry.id}>
            <Box component="label" sx={row}>
              <Checkbox
                checked={used !== null || isChosen}
                disabled={used !== null || (full && !isChosen)}
                onChange={() => onToggle(entry)}
                sx={{ mt: -0.75 }}
              />
              <Box sx={{ minWidth: 0, color: used === null ? 'text.primary' : 'text.secondary' }}>
                {children(entry)}
                {used && (
                  <Typography
                    variant="caption"
                    component="div"
                    color="textSecondary"
                    sx={{ fontWeight: 600 }}
                  >
                    {used}
                  </Typography>
                )}
              </Box>
            </Box>
          </li>
        )
      })}
    </Box>
  )
}

/** Searching the question bank and taking several entries at once; what is there already is marked. */
export const PickDialog = <Entry extends { id: string }>(props: PickDialogProps<Entry>) => {
  const { title, search, filters, room, onPick, onClose } = props
  const text = useText()
  const id = useId()
  const first = useFocusAtStart()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Entry>>(new Map())
  const toggle = (entry: Entry) => {
    const next = new Map(chosen)
    if (!next.delete(entry.id)) next.set(entry.id, entry)
    setChosen(next)
  }
  const pick = () => {
    onPick([...chosen.values()])
    onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, alignContent: 'start' }}
      >
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fit, minmax(150px, 1fr))' },
          }}
        >
          <Field
            inputRef={first}
            size="small"
            type="search"
            label={text('templateEditor.pick.search')}
            value={search.q}
            onChange={({ target }) => search.setQ(target.value)}
          />
          {filters}
        </Box>
        <Results {...props} chosen={chosen} onToggle={toggle} full={chosen.size >= room} />
        {search.more !== null && (
          <Button size="small" onClick={search.more} sx={{ justifySelf: 'start' }}>
            {text('templateEditor.pick.more')}
          </Button>
        )}
      </DialogContent>
      <DialogActions>
        <Typography variant="body2" color="textSecondary" component="output" sx={{ mr: 'auto' }}>
          {search.total !== null && text('templateEditor.pick.found', { smart_count: search.total })}
        </Typography>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <ExplainedButton
          variant="contained"
          wordsFirst
          missing={chosen.size === 0 && text('templateEditor.pick.chooseFirst')}
          onClick={pick}
        >
          {chosen.size === 0
            ? text('templateEditor.pick.addNone')
            : text('templateEditor.pick.add', { smart_count: chosen.size })}
        </ExplainedButton>
      </DialogActions>
    </Dialog>
  )
}
