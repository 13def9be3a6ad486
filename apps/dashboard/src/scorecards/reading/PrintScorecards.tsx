import type { WithheldNames } from '@assay/contracts'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormGroup from '@mui/material/FormGroup'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { DownloadButton } from '../../components/DownloadButton.tsx'
import { useText } from '../../i18n/text.ts'
import { notPrinted } from './reading-print.ts'

interface PrintProps {
  /** Of the file that is saved. */
  fileName?: string
  /** Of the document, without what is withheld. */
  path: string
  /** For those who hear the button without what stands around it. */
  label?: string
}

const withheldOf = (candidate: boolean, interviewers: boolean): WithheldNames | null => {
  if (candidate && interviewers) return 'both'
  if (candidate) return 'candidate'
  return interviewers ? 'interviewers' : null
}

/** Asks whose names to leave out, and then for the file. */
const Choosing = ({
  path,
  fileName = 'scorecards.pdf',
  onClose,
}: Omit<PrintProps, 'label'> & { onClose: () => void }) => {
  const text = useText()
  const title = useId()
  const [candidate, setCandidate] = useState(false)
  const [interviewers, setInterviewers] = useState(false)
  const withheld = withheldOf(candidate, interviewers)
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={title}>
      <DialogTitle id={title}>{text('scorecards.print.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
        <FormGroup>
          <FormControlLabel
            control={<Checkbox checked={candidate} onChange={(_event, on) => setCandidate(on)} />}
            label={text('scorecards.print.candidate')}
          />
          <FormControlLabel
            control={<Checkbox checked={interviewers} onChange={(_event, on) => setInterviewers(on)} />}
            label={text('scorecards.print.interviewers')}
          />
        </FormGroup>
        <Typography variant="body2" color="textSecondary">
          {text('scorecards.print.about')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text('action.close')}</Button>
        <DownloadButton path={withheld ? `${path}?withhold=${withheld}` : path} fileName={fileName}>
          {text('scorecards.print.download')}
        </DownloadButton>
      </DialogActions>
    </Dialog>
  )
}

/** Scorecards, or a decision with those it rests on, as a PDF. */
export const PrintScorecards = ({ path, fileName, label }: PrintProps) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" aria-label={label} sx={notPrinted} onClick={() => setOpen(true)}>
        {text('scorecards.print.open')}
      </Button>
      {open && <Choosing path={path} fileName={fileName} onClose={() => setOpen(false)} />}
    </>
  )
}
