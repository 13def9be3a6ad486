import { copyJob, type Job } from '@assay/contracts'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useNotify } from 'ra-core'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { ConfirmDialog } from '../components/ConfirmDialog.tsx'
import { Field } from '../components/Field.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useText } from '../i18n/text.ts'
import { jobAddress, useJobCommands } from './job-commands.ts'

type OfJob = { job: Job; onClose: () => void }

const CopyForm = ({ job: { id, title }, onClose }: OfJob) => {
  const text = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const commands = useJobCommands()
  const { form, submission, submit, field } = useCommandForm({
    shape: copyJob,
    start: { title: text('job.copyOf', { title }).slice(0, 160) },
    send: async (wanted) => {
      const made = await commands.copy(id, wanted.title)
      notify('job.copied')
      await navigate(jobAddress(made.id))
      onClose()
    },
  })
  useFirstFocus(form, 'title')
  return (
    <FormStack onSubmit={submit}>
      <Typography color="textSecondary">{text('job.copyLead')}</Typography>
      <ProblemNotice problem={submission.problem} />
      <Field label={text('job.field.title')} autoComplete="off" {...field('title')} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending}>{text('job.copy')}</SubmitButton>
      </Box>
    </FormStack>
  )
}

const CopyDialog = ({ job, onClose }: OfJob) => {
  const text = useText()
  const id = useId()
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{text('job.copyTitle', { title: job.title })}</DialogTitle>
      <DialogContent>
        <CopyForm job={job} onClose={onClose} />
      </DialogContent>
    </Dialog>
  )
}

const StatusDialog = ({ job: { id, title, status }, onClose }: OfJob) => {
  const text = useText()
  const notify = useNotify()
  const commands = useJobCommands()
  // Held while the dialog is open: the job has changed by the time it closes.
  const [verb] = useState<'close' | 'reopen'>(status === 'open' ? 'close' : 'reopen')
  return (
    <ConfirmDialog
      title={text(`job.${verb}Title`, { title })}
      verb={text(`job.${verb}`)}
      onClose={onClose}
      work={async () => {
        await commands[verb](id)
        notify(`job.${verb}Done`, { messageArgs: { title } })
      }}
    >
      {text(`job.${verb}Text`)}
    </ConfirmDialog>
  )
}

/** What is done with an opening as a whole. */
export const JobKeeping = ({ job }: { job: Job }) => {
  const text = useText()
  const [open, setOpen] = useState<'copy' | 'status' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen('copy')}>
        {text('job.copy')}
      </Button>
      <Button variant="outlined" onClick={() => setOpen('status')}>
        {text(job.status === 'open' ? 'job.close' : 'job.reopen')}
      </Button>
      {open === 'copy' && <CopyDialog job={job} onClose={close} />}
      {open === 'status' && <StatusDialog job={job} onClose={close} />}
    </>
  )
}
