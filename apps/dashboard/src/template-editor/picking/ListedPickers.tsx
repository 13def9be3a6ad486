import {
  type AnswerStructure,
  MAX_RATED,
  type Signal,
  versionSignal,
  versionStructure,
} from '@assay/contracts'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useText } from '../../i18n/text.ts'
import { useDraftEngine } from '../draft/draft-context.ts'
import { setListed } from '../draft/draft-edits.ts'
import { PickDialog } from './PickDialog.tsx'
import { useBankSearch } from './useBankSearch.ts'

interface PickerProps {
  used: readonly string[]
  onClose: () => void
}

const MAX_SIGNALS = 100

/** Answer structures that are shown in this interview. */
export const StructurePicker = ({ used, onClose }: PickerProps) => {
  const text = useText()
  const { step } = useDraftEngine()
  const search = useBankSearch<AnswerStructure>({ resource: 'answer-structures', sort: 'name' })
  const pick = (found: AnswerStructure[]) =>
    step(setListed({ structureIds: [...used, ...found.map(({ id }) => id)] }), {
      structures: found.map((one) => versionStructure.parse(one)),
    })
  return (
    <PickDialog
      title={text('templateEditor.pick.structures')}
      none={text('templateEditor.pick.none')}
      search={search}
      usedIn={({ id }) => (used.includes(id) ? text('templateEditor.pick.shownAlready') : null)}
      room={MAX_RATED - used.length}
      onPick={pick}
      onClose={onClose}
    >
      {({ name, purpose }) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{name}</Box>
          <Typography variant="body2" component="div" color="textSecondary">
            {purpose}
          </Typography>
        </>
      )}
    </PickDialog>
  )
}

/** Signals that are shown in this interview. */
export const SignalPicker = ({ used, onClose }: PickerProps) => {
  const text = useText()
  const { step } = useDraftEngine()
  const search = useBankSearch<Signal>({ resource: 'signals', sort: 'text' })
  const pick = (found: Signal[]) =>
    step(setListed({ signalIds: [...used, ...found.map(({ id }) => id)] }), {
      signals: found.map((one) => versionSignal.parse(one)),
    })
  return (
    <PickDialog
      title={text('templateEditor.pick.signals')}
      none={text('templateEditor.pick.none')}
      search={search}
      usedIn={({ id }) => (used.includes(id) ? text('templateEditor.pick.shownAlready') : null)}
      room={MAX_SIGNALS - used.length}
      onPick={pick}
      onClose={onClose}
    >
      {(signal) => (
        <>
          <Box>{signal.text}</Box>
          <Typography variant="caption" component="div" color="textSecondary">
            {text(`bank.signalKind.${signal.kind}`)}
          </Typography>
        </>
      )}
    </PickDialog>
  )
}
