import { blindUntils, jobLevels, type LevelProfile } from '@assay/contracts'
import { useGetList } from 'ra-core'
import { useCurrentSession } from '../api/current-session.ts'
import { Choice } from '../components/Choice.tsx'
import { ChoiceField, LineField, ProseField, useBound } from '../components/form-fields.tsx'
import { Field } from '../components/Field.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { Section } from '../components/Section.tsx'
import { WideSection } from '../components/WideSection.tsx'
import { useText } from '../i18n/text.ts'
import { ApprovalGroups } from './ApprovalGroups.tsx'
import { ApprovalGroupsField } from './ApprovalGroupsField.tsx'
import type { JobForm } from './job-form.ts'
import { StagesField } from './StagesField.tsx'
import { TeamField } from './TeamField.tsx'

type OfForm = { form: JobForm }

/** A field that may be empty: null in the contract, nothing on screen. */
const useNullable = (form: JobForm, name: 'office' | 'levelProfileId') => {
  const { value, onChange, error } = useBound(form, name)
  return { value: value as string | null, onChange: onChange as (next: string | null) => void, error }
}

const Opening = ({ form }: OfForm) => {
  const text = useText()
  const office = useNullable(form, 'office')
  return (
    <Section title={text('job.part.facts')}>
      <FormPart>
        <LineField form={form} name="title" label={text('job.field.title')} />
        <LineField form={form} name="department" label={text('job.field.department')} />
        <LineField
          form={form}
          name="family"
          label={text('job.field.family')}
          hint={text('job.field.familyHint')}
        />
        <ChoiceField
          form={form}
          name="level"
          label={text('job.field.level')}
          options={jobLevels.map((value) => ({ value, label: text(`jobLevel.${value}`) }))}
        />
        <Field
          label={text('job.field.office')}
          hint={text('job.field.officeHint')}
          autoComplete="off"
          value={office.value ?? ''}
          error={office.error}
          onChange={({ target }) => office.onChange(target.value === '' ? null : target.value)}
        />
        <ProseField form={form} name="description" label={text('job.field.description')} rows={4} />
      </FormPart>
    </Section>
  )
}

const Judging = ({ form }: OfForm) => {
  const text = useText()
  const { value, onChange, error } = useNullable(form, 'levelProfileId')
  const { data = [] } = useGetList<LevelProfile>('level-profiles', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  })
  return (
    <Section title={text('job.part.judging')} about={text('job.part.judgingAbout')}>
      <FormPart>
        <Choice
          label={text('job.field.levelProfile')}
          value={value ?? ''}
          error={error}
          options={[
            { value: '', label: text('job.field.levelProfileNone') },
            ...data.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />
        <ChoiceField
          form={form}
          name="blindUntil"
          label={text('job.field.blindUntil')}
          options={blindUntils.map((one) => ({ value: one, label: text(`job.blind.${one}`) }))}
        />
      </FormPart>
    </Section>
  )
}

/** All that is written of a job. */
export const JobFields = ({ form }: OfForm) => {
  const text = useText()
  const mayChangeApproval = useCurrentSession()?.user.role === 'admin'
  return (
    <>
      <Opening form={form} />
      <Judging form={form} />
      <WideSection title={text('job.part.pipeline')} about={text('job.part.pipelineAbout')}>
        <StagesField form={form} />
      </WideSection>
      <Section title={text('job.part.team')} about={text('job.part.teamAbout')}>
        <TeamField form={form} />
      </Section>
      <Section title={text('job.part.approval')} about={text('job.part.approvalAbout')}>
        {mayChangeApproval ? (
          <ApprovalGroupsField form={form} />
        ) : (
          <ApprovalGroups groups={form.getValues('approvalGroups')} />
        )}
      </Section>
    </>
  )
}
