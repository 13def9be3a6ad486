import { decisionOutcomes, type PresentSnapshot, type User } from '@assay/contracts'
import { useGetList } from 'ra-core'
import { useReasons } from '../applications/application-commands.ts'
import { Choice } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { errorIn, ProseField, useBound } from '../components/form-fields.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { PickedList } from '../components/PickedList.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import type { DecisionForm } from './decision-form.ts'

type OfForm = { form: DecisionForm }

/** What is decided; with a no, the reason the application ends with. */
const Outcome = ({ form }: OfForm) => {
  const text = useText()
  const reasons = useReasons('ours')
  const outcome = useBound(form, 'outcome')
  const reason = useBound(form, 'reasonId')
  return (
    <>
      <Choice
        label={text('decision.outcomeLabel')}
        value={outcome.value ?? ''}
        error={outcome.error}
        inputRef={outcome.ref}
        options={[
          { value: '', label: text('decision.outcomeNone') },
          ...decisionOutcomes.map((value) => ({ value, label: text(`decision.outcome.${value}`) })),
        ]}
        onChange={({ target }) => {
          outcome.onChange(target.value as (typeof decisionOutcomes)[number])
          if (target.value !== 'no_hire') form.setValue('reasonId', null)
        }}
      />
      {outcome.value === 'no_hire' && (
        <Choice
          label={text('decision.form.reason')}
          value={reason.value ?? ''}
          error={reason.error}
          inputRef={reason.ref}
          options={[
            { value: '', label: text('application.reasonNone') },
            ...reasons.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ target }) => form.setValue('reasonId', target.value === '' ? null : target.value)}
        />
      )}
    </>
  )
}

const Competencies = ({ form, present }: OfForm & { present: PresentSnapshot }) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, 'rationale.competencies')
  const nameOf = (wanted: string): string => present.competencies.find(({ id }) => id === wanted)?.name ?? ''
  return (
    <PickedList
      unordered
      add={text('decision.form.addCompetency')}
      options={present.competencies.map(({ id, name }) => ({ value: id, label: name }))}
      nameOf={nameOf}
      value={value}
      onChange={onChange}
      idOf={({ competencyId }) => competencyId}
      make={(competencyId) => ({ competencyId, text: '' })}
      error={error}
      ref={ref}
      renderBelow={(entry, place, change) => (
        <Field
          multiline
          minRows={2}
          label={text('decision.form.competencyText', { name: nameOf(entry.competencyId) })}
          value={entry.text}
          error={
            errorIn(form, 'rationale.competencies', place, 'text') ??
            errorIn(form, 'rationale.competencies', place, 'competencyId')
          }
          onChange={({ target }) => change({ ...entry, text: target.value })}
        />
      )}
    />
  )
}

const Dissent = ({ form }: OfForm) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, 'dissent')
  const { data: people = [] } = useGetList<User>('users', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  })
  const nameOf = (wanted: string): string => people.find(({ id }) => id === wanted)?.name ?? ''
  return (
    <PickedList
      unordered
      add={text('decision.form.addDissent')}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      nameOf={nameOf}
      value={value}
      onChange={onChange}
      idOf={({ userId }) => userId}
      make={(userId) => ({ userId, text: '' })}
      error={error}
      ref={ref}
      renderBelow={(entry, place, change) => (
        <Field
          multiline
          minRows={2}
          label={text('decision.form.dissentText', { name: nameOf(entry.userId) })}
          value={entry.text}
          error={errorIn(form, 'dissent', place, 'text') ?? errorIn(form, 'dissent', place, 'userId')}
          onChange={({ target }) => change({ ...entry, text: target.value })}
        />
      )}
    />
  )
}

/** What somebody says when they decide. */
export const DecisionFields = ({
  form,
  present,
  replaces,
}: OfForm & { present: PresentSnapshot; replaces: boolean }) => {
  const text = useText()
  return (
    <>
      <Section
        title={text(replaces ? 'decision.supersedeTitle' : 'decision.form.title')}
        about={text(replaces ? 'decision.supersedeAbout' : 'decision.form.about')}
      >
        <FormPart>
          <Outcome form={form} />
          {replaces && (
            <ProseField form={form} name="because" label={text('decision.form.because')} rows={2} />
          )}
          <ProseField
            form={form}
            name="rationale.text"
            label={text('decision.form.rationale')}
            hint={text('decision.form.rationaleHint')}
            rows={4}
          />
        </FormPart>
      </Section>
      <Section title={text('decision.form.competencies')}>
        <Competencies form={form} present={present} />
      </Section>
      <Section title={text('decision.form.dissent')} about={text('decision.form.dissentAbout')}>
        <Dissent form={form} />
      </Section>
    </>
  )
}
