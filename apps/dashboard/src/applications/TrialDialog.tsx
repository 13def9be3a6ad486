import type { ApplicationOutcomes } from '@assay/contracts'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import RemoveOutlined from '@mui/icons-material/RemoveOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useSubmission } from '../components/useSubmission.ts'
import { useText } from '../i18n/text.ts'

interface TrialDialogProps {
  outcomes: ApplicationOutcomes
  onClose: () => void
  onGo: () => Promise<void>
}

/** What a command would do with each of many, before it does anything. */
export const TrialDialog = ({ outcomes: { done, outcomes }, onClose, onGo }: TrialDialogProps) => {
  const text = useText()
  const id = useId()
  const submission = useSubmission(onGo)
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{text('application.table.trialTitle')}</DialogTitle>
      <DialogContent>
        <Typography>
          {done === 0
            ? text('application.table.trialNone')
            : text('application.table.trialDone', { smart_count: done })}
        </Typography>
        <Box component="ul" sx={{ m: 0, mt: 1.5, p: 0, display: 'grid', gap: 0.75 }}>
          {outcomes.map((one) => {
            const Icon = one.done ? CheckOutlined : RemoveOutlined
            return (
              <Box component="li" key={one.id} sx={{ listStyle: 'none', display: 'flex', gap: 1 }}>
                <Icon
                  aria-hidden
                  sx={{ fontSize: 20, color: one.done ? 'primary.main' : 'text.secondary' }}
                />
                <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                  <strong>{one.name}</strong> {one.because}
                </Box>
              </Box>
            )
          })}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        {done > 0 && (
          <SubmitButton type="button" sending={submission.sending} onClick={() => void submission.send()}>
            {text('application.table.go')}
          </SubmitButton>
        )}
      </DialogActions>
    </Dialog>
  )
}
