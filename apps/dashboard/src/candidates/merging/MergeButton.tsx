import type { Candidate } from '@assay/contracts'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { MergeOutcomeStep } from './MergeOutcomeStep.tsx'
import { MergeSearch } from './MergeSearch.tsx'

const MergeDialog = ({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) => {
  const text = useText()
  const id = useId()
  const [other, setOther] = useState<Candidate | null>(null)
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id} sx={{ overflowWrap: 'anywhere' }}>
        {text('candidate.merge.title', { name: candidate.name })}
      </DialogTitle>
      <DialogContent>
        {other ? (
          <MergeOutcomeStep
            candidate={candidate}
            other={other}
            onBack={() => setOther(null)}
            onClose={onClose}
          />
        ) : (
          <MergeSearch candidate={candidate} onChosen={setOther} />
        )}
      </DialogContent>
    </Dialog>
  )
}

/** Two records of one person become one; what would happen is shown first. */
export const MergeButton = ({ candidate }: { candidate: Candidate }) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {text('candidate.merge.open')}
      </Button>
      {open && <MergeDialog candidate={candidate} onClose={() => setOpen(false)} />}
    </>
  )
}
