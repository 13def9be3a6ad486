import type { BankEntries, VersionDraft } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { memo, useState, type ReactNode } from 'react'
import { MoveButtons } from '../../components/MoveButtons.tsx'
import { useListEditing } from '../../components/useListEditing.ts'
import { useText } from '../../i18n/text.ts'
import { SignalSign } from '../../question-bank/signals/SignalMark.tsx'
import { visuallyHidden } from '../../theme/visually-hidden.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { setListed } from '../draft/draft-edits.ts'
import { SignalPicker, StructurePicker } from '../picking/ListedPickers.tsx'
import { Part } from './Part.tsx'
import { listLook, rowLook } from './row-look.ts'

interface ListedProps {
  title: string
  none: string
  add: string
  ids: readonly string[]
  onChange: (ids: string[]) => void
  onAdd: () => void
  children: (id: string) => ReactNode
}

const Listed = ({ title, none, add, ids, onChange, onAdd, children }: ListedProps) => {
  const { inside, said, move, remove } = useListEditing({ value: ids, onChange, ref: undefined })
  return (
    <Box ref={inside}>
      <Typography variant="h3" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      {ids.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {none}
        </Typography>
      ) : (
        <Box component="ol" sx={listLook}>
          {ids.map((id, place) => (
            <Box
              key={id}
              component="li"
              data-entry={place}
              sx={{ ...rowLook, display: 'flex', alignItems: 'center', gap: 1 }}
            >
              <Box sx={{ flexGrow: 1, minWidth: 0, fontSize: '0.875rem' }}>{children(id)}</Box>
              <Box className="tools">
                <MoveButtons
                  place={place}
                  count={ids.length}
                  onMove={(to, part) => move(place, to, part)}
                  onRemove={() => remove(place, 'remove')}
                />
              </Box>
            </Box>
          ))}
        </Box>
      )}
      <Button size="small" data-part="add" startIcon={<AddOutlined />} onClick={onAdd} sx={{ mt: 0.75 }}>
        {add}
      </Button>
      <Box component="output" sx={visuallyHidden}>
        {said}
      </Box>
    </Box>
  )
}

const Signal = ({ signal }: { signal: { kind: 'strong' | 'red_flag'; text: string } | undefined }) => {
  if (!signal) return null
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <SignalSign kind={signal.kind} />
      <span>{signal.text}</span>
    </Box>
  )
}

interface ChecklistsPartProps extends Pick<VersionDraft, 'structureIds' | 'signalIds'> {
  structures: BankEntries['structures']
  signals: BankEntries['signals']
}

/** What is ticked while listening, whatever is asked. */
export const ChecklistsPart = memo((props: ChecklistsPartProps) => {
  const { structureIds, signalIds, structures, signals } = props
  const text = useText()
  const { step } = useDraftEngine()
  const [adding, setAdding] = useState<'structures' | 'signals' | null>(null)
  const close = () => setAdding(null)
  return (
    <Part
      place="part-checklists"
      title={text('templateEditor.part.checklists')}
      about={text('templateEditor.part.checklistsAbout')}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
        <Listed
          title={text('templateEditor.structures')}
          none={text('templateEditor.empty.structures')}
          add={text('templateEditor.add.structures')}
          ids={structureIds}
          onChange={(ids) => step(setListed({ structureIds: ids }))}
          onAdd={() => setAdding('structures')}
        >
          {(id) => structures.get(id)?.name}
        </Listed>
        <Listed
          title={text('templateEditor.signals')}
          none={text('templateEditor.empty.signals')}
          add={text('templateEditor.add.signals')}
          ids={signalIds}
          onChange={(ids) => step(setListed({ signalIds: ids }))}
          onAdd={() => setAdding('signals')}
        >
          {(id) => <Signal signal={signals.get(id)} />}
        </Listed>
      </Box>
      {adding === 'structures' && <StructurePicker used={structureIds} onClose={close} />}
      {adding === 'signals' && <SignalPicker used={signalIds} onClose={close} />}
    </Part>
  )
})
ChecklistsPart.displayName = 'ChecklistsPart'
