import { createJob, jobLevels } from '@assay/contracts'
import { useNotify } from 'ra-core'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { BackTo } from '../components/BackTo.tsx'
import { ChoiceField, type FieldsForm, LineField } from '../components/form-fields.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { Page } from '../components/Page.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { Section } from '../components/Section.tsx'
import { useCommandForm } from '../components/useCommandForm.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { jobAddress, JOBS, useJobCommands } from './job-commands.ts'

const shape = createJob.pick({ title: true, department: true, level: true })
type Values = (typeof shape)['_zod']['input']

const Fields = ({ form }: { form: FieldsForm<Values> }) => {
  const text = useText()
  return (
    <Section title={text('job.part.facts')}>
      <FormPart>
        <LineField form={form} name="title" label={text('job.field.title')} />
        <LineField form={form} name="department" label={text('job.field.department')} />
        <ChoiceField
          form={form}
          name="level"
          label={text('job.field.level')}
          options={jobLevels.map((value) => ({ value, label: text(`jobLevel.${value}`) }))}
        />
      </FormPart>
    </Section>
  )
}

/** Little is needed to open a job: it begins with the usual pipeline, and is changed from there. */
export const JobNew = () => {
  const text = useText()
  const notify = useNotify()
  const commands = useJobCommands()
  const [made, setMade] = useState<string | null>(null)
  const { form, submission, submit } = useCommandForm({
    shape,
    start: { title: '', department: '', level: 'senior' },
    send: async (facts) => {
      const { id } = await commands.create(facts)
      notify('job.created')
      setMade(id)
    },
  })
  const { isDirty, errors } = form.formState
  useUnsaved(isDirty && made === null)
  if (made !== null) return <Navigate to={`${jobAddress(made)}/edit`} replace />
  return (
    <Page
      title={text('job.add')}
      lead={text('job.newLead')}
      above={<BackTo to={JOBS}>{text('job.back')}</BackTo>}
    >
      <form noValidate onSubmit={submit}>
        <Fields form={form} />
        <SaveBar
          verb={text('job.create')}
          dirty={isDirty}
          idle={text('saveBar.empty')}
          sending={submission.sending}
          note={text(Object.keys(errors).length > 0 ? 'job.wrong' : 'job.unsaved')}
          problem={submission.problem}
        />
      </form>
    </Page>
  )
}
