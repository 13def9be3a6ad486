import { type Application, MAX_COMPARED } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useDeferredValue, useId, useState } from 'react'
import { ExplainedButton } from '../components/ExplainedButton.tsx'
import { Field } from '../components/Field.tsx'
import { useText } from '../i18n/text.ts'
import { useOffered } from './comparison-requests.ts'

interface ChooseCandidatesProps {
  jobId: string
  /** Those who are compared now, by application. */
  names: ReadonlyMap<string, string>
  /** Null for the usual ones. */
  onChoose: (applicationIds: string | null) => void
  onClose: () => void
}

interface Line {
  id: string
  label: string
}

const Lines = ({
  lines,
  chosen,
  onToggle,
}: {
  lines: readonly Line[]
  chosen: readonly string[]
  onToggle: (id: string) => void
}) => {
  const text = useText()
  if (lines.length === 0) return <p>{text('comparison.choose.nobody')}</p>
  return (
    <Box component="ul" sx={{ m: 0, p: 0, maxHeight: '45dvh', overflowY: 'auto' }}>
      {lines.map(({ id, label }) => (
        <Box component="li" key={id} sx={{ listStyle: 'none' }}>
          <FormControlLabel
            control={<Checkbox size="small" checked={chosen.includes(id)} onChange={() => onToggle(id)} />}
            label={label}
          />
        </Box>
      ))}
    </Box>
  )
}

/** Those who are compared stay in sight, whatever is searched. */
const linesOf = (names: ReadonlyMap<string, string>, offered: readonly Line[]): Line[] => {
  const own = [...names].map(([id, label]) => ({ id, label }))
  const known = new Map([...own, ...offered].map((line) => [line.id, line]))
  return [...known.values()].toSorted((a, b) => a.label.localeCompare(b.label))
}

/** Applications of the job, so many that a screen can still hold them. */
export const ChooseCandidates = ({ jobId, names, onChoose, onClose }: ChooseCandidatesProps) => {
  const text = useText()
  const title = useId()
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState([...names.keys()])
  const { data = [] } = useOffered(jobId, useDeferredValue(q.trim()))
  const said = ({ id, candidate, stage }: Application) => ({
    id,
    label: text('comparison.choose.one', { name: candidate.name, stage: stage.name }),
  })
  const most = MAX_COMPARED
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{text('comparison.choose.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <Field
          label={text('comparison.choose.search')}
          autoComplete="off"
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        <Lines
          lines={linesOf(q === '' ? names : new Map(), data.map(said))}
          chosen={chosen}
          onToggle={toggle}
        />
        <output>{text('comparison.choose.chosen', { count: chosen.length, most })}</output>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onChoose(null)}>{text('comparison.choose.usual')}</Button>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <ExplainedButton
          variant="contained"
          missing={chosen.length > most && text('comparison.choose.most', { most })}
          onClick={() => onChoose(chosen.length > 0 ? chosen.join(',') : null)}
        >
          {text('comparison.choose.compare')}
        </ExplainedButton>
      </DialogActions>
    </Dialog>
  )
}
