import type { Job } from '@assay/contracts'
import { useGetOne, useNotify } from 'ra-core'
import { useNavigate } from 'react-router'
import { BackTo } from '../components/BackTo.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { RevisionConflict } from '../components/RevisionConflict.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { touched, useRevisedForm } from '../components/useRevisedForm.ts'
import { useText } from '../i18n/text.ts'
import { jobAddress, useJobCommands } from './job-commands.ts'
import { jobShape, pickJob } from './job-form.ts'
import { JobFields } from './JobFields.tsx'
import { useJobDifferences } from './useJobDifferences.ts'

const Form = ({ job }: { job: Job }) => {
  const text = useText()
  const notify = useNotify()
  const navigate = useNavigate()
  const commands = useJobCommands()
  const { form, submission, theirs, conflicts, keepMine, takeTheirs } = useRevisedForm({
    shape: jobShape,
    record: job,
    pick: pickJob,
    save: async (values, base) => {
      const saved = await commands.save(base, Object.fromEntries(touched(values, pickJob(base))))
      notify('action.saved')
      return saved
    },
  })
  const differences = useJobDifferences(conflicts)
  const { isDirty, errors } = form.formState
  const wrong = Object.keys(errors).length > 0
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      <JobFields form={form} />
      {theirs && (
        <RevisionConflict differences={differences} onKeepMine={keepMine} onTakeTheirs={takeTheirs} />
      )}
      <SaveBar
        verb={text('action.save')}
        dirty={isDirty}
        sending={submission.sending}
        note={text(wrong ? 'job.wrong' : 'job.unsaved')}
        problem={theirs ? null : submission.problem}
        onDiscard={() => {
          form.reset()
          void navigate(jobAddress(job.id))
        }}
      />
    </form>
  )
}

/** One opening, to be written. */
export const JobEdit = ({ id }: { id: string }) => {
  const text = useText()
  const { data: job, error, refetch } = useGetOne<Job>('jobs', { id })
  if (!job) return error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <PageLoading />
  return (
    <Page
      title={job.title}
      windowTitle={text('job.editing', { title: job.title })}
      above={<BackTo to={jobAddress(id)}>{text('job.toReading')}</BackTo>}
    >
      <Form job={job} />
    </Page>
  )
}
