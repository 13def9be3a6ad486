import {
  addRetentionRule,
  type Job,
  type RetentionRule,
  retentionModes,
  retentionOutcomes,
} from '@assay/contracts'
import Typography from '@mui/material/Typography'
import { useGetList, useNotify } from 'ra-core'
import { useState } from 'react'
import { Choice } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { ChoiceField, LineField } from '../components/form-fields.tsx'
import { type CommandForm, useCommandForm } from '../components/useCommandForm.ts'
import { useFirstFocus } from '../components/useFirstFocus.ts'
import { useUnsaved } from '../components/useUnsaved.ts'
import { useText } from '../i18n/text.ts'
import { FormBody, FormDialog } from './FormDialog.tsx'
import { RefusedNotice } from '../components/RefusedNotice.tsx'
import { useOffices, useRetentionCommands } from './retention-requests.ts'

type Place = 'all' | 'office' | 'job'
type Form = CommandForm<typeof addRetentionRule>['form']

const placeOf = (rule: RetentionRule | null): Place => {
  if (rule?.jobId) return 'job'
  return rule?.office ? 'office' : 'all'
}

const JobChoice = ({ form }: { form: Form }) => {
  const text = useText()
  const { data = [] } = useGetList<Job>('jobs', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'title', order: 'ASC' },
  })
  return (
    <Choice
      label={text('retention.job')}
      value={form.watch('jobId') ?? ''}
      error={form.formState.errors.jobId?.message}
      options={[
        { value: '', label: text('retention.choose') },
        ...data.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={({ target }) => form.setValue('jobId', target.value || null, { shouldDirty: true })}
    />
  )
}

const OfficeChoice = ({ form }: { form: Form }) => {
  const text = useText()
  const offices = useOffices()
  return (
    <Choice
      label={text('retention.office')}
      value={form.watch('office') ?? ''}
      hint={offices.length === 0 && text('retention.officeNone')}
      error={form.formState.errors.office?.message}
      options={[
        { value: '', label: text('retention.choose') },
        ...offices.map((office) => ({ value: office, label: office })),
      ]}
      onChange={({ target }) => form.setValue('office', target.value || null, { shouldDirty: true })}
    />
  )
}

const PlaceFields = ({ form, start }: { form: Form; start: Place }) => {
  const text = useText()
  const [place, setPlace] = useState(start)
  return (
    <>
      <Choice
        label={text('retention.place')}
        value={place}
        options={(['all', 'office', 'job'] as const).map((value) => ({
          value,
          label: text(`retention.placeOf.${value}`),
        }))}
        onChange={({ target }) => {
          setPlace(target.value as Place)
          form.setValue('jobId', null)
          form.setValue('office', null)
        }}
      />
      {place === 'job' && <JobChoice form={form} />}
      {place === 'office' && <OfficeChoice form={form} />}
    </>
  )
}

const emptyAsNone = (typed: string): string | null => (typed.trim() === '' ? null : typed)

const RuleForm = ({ rule, onClose }: { rule: RetentionRule | null; onClose: () => void }) => {
  const text = useText()
  const notify = useNotify()
  const { add } = useRetentionCommands()
  const { form, submission, submit } = useCommandForm({
    shape: addRetentionRule,
    start: {
      jobId: rule?.jobId ?? null,
      office: rule?.office ?? null,
      outcome: rule?.outcome ?? 'rejected',
      months: rule?.months ?? 6,
      mode: rule?.mode ?? 'ask',
      basis: rule?.basis ?? '',
    },
    send: async (facts) => {
      await add(facts)
      notify('retention.added')
      onClose()
    },
  })
  useFirstFocus(form, 'months')
  useUnsaved(form.formState.isDirty)
  const { errors } = form.formState
  return (
    <FormBody
      onSubmit={submit}
      onClose={onClose}
      verb={text(rule ? 'retention.change' : 'retention.add')}
      sending={submission.sending}
    >
      <Typography color="textSecondary">{text('retention.addLead')}</Typography>
      <RefusedNotice problem={submission.problem} />
      <ChoiceField
        form={form}
        name="outcome"
        label={text('retention.outcome')}
        options={retentionOutcomes.map((value) => ({ value, label: text(`retention.outcomeOf.${value}`) }))}
      />
      <PlaceFields form={form} start={placeOf(rule)} />
      <LineField form={form} name="months" label={text('retention.months')} number />
      <ChoiceField
        form={form}
        name="mode"
        label={text('retention.mode')}
        options={retentionModes.map((value) => ({ value, label: text(`retention.modeOf.${value}`) }))}
      />
      <Field
        label={text('retention.validFrom')}
        type="date"
        hint={text('retention.validFromHint')}
        error={errors.validFrom?.message}
        {...form.register('validFrom', { setValueAs: (day: string) => day || undefined })}
      />
      <Field
        label={text('retention.basis')}
        autoComplete="off"
        hint={text('retention.basisHint')}
        error={errors.basis?.message}
        {...form.register('basis', { setValueAs: emptyAsNone })}
      />
    </FormBody>
  )
}

/** A rule, or the next version of one. */
export const RuleDialog = ({ rule, onClose }: { rule: RetentionRule | null; onClose: () => void }) => (
  <FormDialog title={useText()(rule ? 'retention.changeTitle' : 'retention.addTitle')} onClose={onClose}>
    <RuleForm rule={rule} onClose={onClose} />
  </FormDialog>
)
