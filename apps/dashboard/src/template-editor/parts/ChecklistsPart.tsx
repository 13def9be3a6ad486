import type { BankEntries, VersionDraft } from '@assay/contracts'
import Box from '@mui/material/Box'
import { memo, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { SignalSign } from '../../question-bank/signals/SignalMark.tsx'
import { useDraftEngine } from '../draft/draft-context.ts'
import { setListed } from '../draft/draft-edits.ts'
import { SignalPicker, StructurePicker } from '../picking/ListedPickers.tsx'
import { Listed } from './Listed.tsx'
import { Part } from './Part.tsx'

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
