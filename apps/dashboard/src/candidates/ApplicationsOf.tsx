import { type Candidate, createApplication, type Job } from '@assay/contracts'
import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useGetList, useNotify } from 'ra-core'
import { useId, useState } from 'react'
import { usePermitted } from '../api/current-session.ts'
import { ApplicationRow } from '../applications/ApplicationRow.tsx'
import { Choice } from '../components/Choice.tsx'
import { FormStack } from '../components/FormStack.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { SubmitButton } from '../components/SubmitButton.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useText } from '../i18n/text.ts'
import { SHOWN_APPLICATIONS, useApplicationsOf, useCandidateCommands } from './candidate-requests.ts'

type OfCandidate = { candidate: Candidate }
type Closing = { onClose: () => void }

const shape = createApplication.pick({ jobId: true })

const ApplyForm = ({ candidate: { id, name }, onClose }: OfCandidate & Closing) => {
  const text = useText()
  const notify = useNotify()
  const commands = useCandidateCommands()
  const { data: jobs } = useGetList<Job>('jobs', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'title', order: 'ASC' },
    filter: { status: 'open' },
  })
  const { submission, submit, field } = useCommandForm({
    shape,
    start: { jobId: '' },
    send: async ({ jobId }) => {
      await commands.apply(id, jobId)
      notify('candidate.applications.done', { messageArgs: { name } })
      onClose()
    },
  })
  if (!jobs) return <PageLoading />
  const none = text(jobs.length === 0 ? 'candidate.applications.noJob' : 'candidate.applications.jobNone')
  return (
    <FormStack onSubmit={submit}>
      <Typography color="textSecondary">{text('candidate.applications.addLead')}</Typography>
      <ProblemNotice problem={submission.problem} />
      <Choice
        label={text('candidate.applications.job')}
        options={[{ value: '', label: none }, ...jobs.map((job) => ({ value: job.id, label: job.title }))]}
        {...field('jobId')}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
        <Button onClick={onClose}>{text('action.cancel')}</Button>
        <SubmitButton sending={submission.sending}>{text('candidate.applications.verb')}</SubmitButton>
      </Box>
    </FormStack>
  )
}

const ApplyDialog = ({ candidate, onClose }: OfCandidate & Closing) => {
  const text = useText()
  const id = useId()
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{text('candidate.applications.addTitle', { name: candidate.name })}</DialogTitle>
      <DialogContent>
        <ApplyForm candidate={candidate} onClose={onClose} />
      </DialogContent>
    </Dialog>
  )
}

const Rows = ({ candidate }: OfCandidate) => {
  const text = useText()
  const { data, error, refetch } = useApplicationsOf(candidate.id)
  if (!data) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  if (data.length === 0)
    return <Typography color="textSecondary">{text('candidate.applications.none')}</Typography>
  return (
    <>
      <Box
        component="ul"
        sx={{ m: 0, mx: -2, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } }}
      >
        {data.map((application) => (
          <ApplicationRow key={application.id} application={application} withJob />
        ))}
      </Box>
      {data.length === SHOWN_APPLICATIONS && (
        <Typography variant="body2" color="textSecondary">
          {text('candidate.applications.more', { count: SHOWN_APPLICATIONS })}
        </Typography>
      )}
    </>
  )
}

/** Where somebody applied, and one more place. */
export const ApplicationsOf = ({ candidate }: OfCandidate) => {
  const text = useText()
  const mayAdd = usePermitted('applications.manage') && candidate.erasedAt === null
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Rows candidate={candidate} />
      {mayAdd && (
        <Button variant="outlined" startIcon={<AddOutlined />} sx={{ mt: 2 }} onClick={() => setAdding(true)}>
          {text('candidate.applications.add')}
        </Button>
      )}
      {adding && <ApplyDialog candidate={candidate} onClose={() => setAdding(false)} />}
    </>
  )
}
