import type { ScorecardGap } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { Field } from '../../components/Field.tsx'
import { ProblemNotice } from '../../components/ProblemNotice.tsx'
import { SubmitButton } from '../../components/SubmitButton.tsx'
import { useFocusAtStart } from '../../components/useFocusAtStart.ts'
import { useText } from '../../i18n/text.ts'
import type { Steps } from './useSteps.ts'

interface SendDialogProps {
  amending: boolean
  gaps: readonly ScorecardGap[]
  untouched: number
  steps: Steps
  onClose: () => void
}

const Gaps = ({ gaps }: Pick<SendDialogProps, 'gaps'>) => {
  const text = useText()
  return (
    <Box>
      <Typography variant="subtitle2" component="p">
        {text('scorecard.end.missing')}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.25 }}>
        {gaps.map(({ code, competencyId, because }) => (
          <li key={`${code}/${competencyId}`}>{because}</li>
        ))}
      </Box>
    </Box>
  )
}

/** The last question before others rely on it. */
export const SendDialog = ({ amending, gaps, untouched, steps, onClose }: SendDialogProps) => {
  const text = useText()
  const id = useId()
  const focusAtStart = useFocusAtStart()
  const [because, setBecause] = useState('')
  const isComplete = gaps.length === 0 && (!amending || because.trim() !== '')
  const send = async () => {
    if (await (amending ? steps.amend(because.trim()) : steps.submit())) onClose()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>
        {text(amending ? 'scorecard.step.amendTitle' : 'scorecard.step.submitTitle')}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {gaps.length > 0 ? (
          <Gaps gaps={gaps} />
        ) : (
          <Typography>{text(amending ? 'scorecard.step.amendText' : 'scorecard.step.submitText')}</Typography>
        )}
        {gaps.length === 0 && untouched > 0 && (
          <Typography variant="body2" color="textSecondary">
            {text('scorecard.end.untouched', { smart_count: untouched })}
          </Typography>
        )}
        {amending && gaps.length === 0 && (
          <Field
            multiline
            inputRef={focusAtStart}
            minRows={2}
            label={text('scorecard.step.amendReason')}
            value={because}
            onChange={({ target }) => setBecause(target.value)}
          />
        )}
        <ProblemNotice problem={steps.problem} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text('scorecard.step.stay')}</Button>
        {gaps.length === 0 && (
          <SubmitButton
            type="button"
            ref={amending ? undefined : focusAtStart}
            disabled={!isComplete}
            sending={steps.sending}
            onClick={() => void send()}
          >
            {text(amending ? 'scorecard.step.amend' : 'scorecard.step.submit')}
          </SubmitButton>
        )}
      </DialogActions>
    </Dialog>
  )
}
