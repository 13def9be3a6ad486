import { type Application, type Interview, type Job, type Organization } from '@assay/contracts'
import { useQuery } from '@tanstack/react-query'
import { useGetOne, useNotify } from 'ra-core'
import { useState } from 'react'
import { Navigate, useParams } from 'react-router'
import { request } from '../api/request.ts'
import { APPLICATIONS_KEY, applicationAddress } from '../applications/application-commands.ts'
import { BackTo } from '../components/BackTo.tsx'
import { Page } from '../components/Page.tsx'
import { PageLoading } from '../components/PageLoading.tsx'
import { Permitted } from '../components/Permitted.tsx'
import { ProblemState } from '../components/ProblemState.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { ORGANIZATION } from '../organization/organization-query.ts'
import { interviewAddress, useInterview, useInterviewCommands } from './interview-requests.ts'
import { factsOf, freshValues, scheduleShape, type ScheduleValues, valuesOf } from './schedule-form.ts'
import { ScheduleFields } from './ScheduleFields.tsx'

interface FormProps {
  application: Application
  job: Job
  start: ScheduleValues
  /** The one that is changed; none when a new one is scheduled. */
  interview?: Interview
}

const useSaving = ({ application, interview }: FormProps) => {
  const commands = useInterviewCommands()
  return async (facts: ReturnType<typeof factsOf>): Promise<Interview> => {
    if (interview) return await commands.change(interview, facts)
    return await commands.schedule({ ...facts, applicationId: application.id })
  }
}

const ScheduleForm = (props: FormProps) => {
  const { application, job, start, interview } = props
  const text = useText()
  const notify = useNotify()
  const save = useSaving(props)
  const [done, setDone] = useState<string | null>(null)
  const { form, submission, submit } = useCommandForm({
    shape: scheduleShape,
    start,
    send: async (values) => {
      const { id } = await save(factsOf(values))
      notify(interview ? 'interview.saved' : 'interview.made')
      setDone(id)
    },
    onProblem: ({ errors }, { setError }) => {
      if (errors['startsAt']) setError('date', { type: 'server', message: errors['startsAt'] })
    },
  })
  const { isDirty, errors } = form.formState
  useUnsaved(isDirty && done === null)
  if (done !== null) return <Navigate to={interviewAddress(done)} replace />
  const { name } = application.candidate
  const back = interview ? interviewAddress(interview.id) : applicationAddress(application.id)
  return (
    <Page
      title={text(interview ? 'interview.editTitle' : 'interview.scheduleTitle', { name })}
      lead={text(interview ? 'interview.editLead' : 'interview.scheduleLead')}
      above={<BackTo to={back}>{name}</BackTo>}
    >
      <form noValidate onSubmit={submit}>
        <ScheduleFields
          form={form}
          applicationId={application.id}
          {...(interview && { interviewId: interview.id, versionStays: true })}
          stage={job.stages.find(({ id }) => id === (interview?.stage?.id ?? application.stage.id))}
          team={job.team}
        />
        <SaveBar
          verb={text(interview ? 'interview.save' : 'interview.create')}
          dirty={isDirty}
          sending={submission.sending}
          note={text(Object.keys(errors).length > 0 ? 'interview.wrong' : 'interview.unsaved')}
          problem={submission.problem}
        />
      </form>
    </Page>
  )
}

const useApplication = (id: string | undefined) =>
  useQuery({
    queryKey: [...APPLICATIONS_KEY, 'one', id],
    enabled: id !== undefined,
    queryFn: async () => (await request<Application>(`/applications/${encodeURIComponent(id ?? '')}`)).data,
  })

const useJob = (id: string | undefined) =>
  useGetOne<Job>('jobs', { id: id ?? '' }, { enabled: id !== undefined })

const Fresh = ({ id }: { id: string }) => {
  const application = useApplication(id)
  const job = useJob(application.data?.job.id)
  const organization = useQuery({
    queryKey: ORGANIZATION,
    queryFn: async () => (await request<Organization>('/organization')).data,
  })
  const error = application.error ?? job.error ?? organization.error
  if (application.data && job.data && organization.data) {
    const stage = job.data.stages.find((one) => one.id === application.data.stage.id)
    const start = freshValues(organization.data.timeZone, stage?.templates[0]?.templateId ?? '')
    return <ScheduleForm application={application.data} job={job.data} start={start} />
  }
  return error ? <ProblemState error={error} onRetry={() => void application.refetch()} /> : <PageLoading />
}

const Changed = ({ id }: { id: string }) => {
  const interview = useInterview(id)
  const application = useApplication(interview.data?.applicationId)
  const job = useJob(interview.data?.job.id)
  const error = interview.error ?? application.error ?? job.error
  if (interview.data && application.data && job.data) {
    return (
      <ScheduleForm
        key={interview.data.revision}
        application={application.data}
        job={job.data}
        start={valuesOf(interview.data)}
        interview={interview.data}
      />
    )
  }
  return error ? <ProblemState error={error} onRetry={() => void interview.refetch()} /> : <PageLoading />
}

/** Puts an interview on the calendar of a panel. */
export const SchedulePage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="interviews.manage">
      <Fresh key={id} id={id} />
    </Permitted>
  )
}

/** Another time, another place, another panel. */
export const InterviewEditPage = () => {
  const { id = '' } = useParams()
  return (
    <Permitted permission="interviews.manage">
      <Changed key={id} id={id} />
    </Permitted>
  )
}
