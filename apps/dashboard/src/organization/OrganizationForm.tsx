import { updateOrganization, type Organization, type UpdateOrganization } from '@assay/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'ra-core'
import { useEffect, useRef } from 'react'
import { loadSession } from '../api/current-session.ts'
import { request } from '../api/request.ts'
import { Choice } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { ProblemNotice } from '../components/ProblemNotice.tsx'
import { RevisionConflict, type Difference } from '../components/RevisionConflict.tsx'
import { SaveBar } from '../components/SaveBar.tsx'
import { Section } from '../components/Section.tsx'
import { useRevisedForm, type RevisedForm } from '../components/useRevisedForm.ts'
import { type Text, useText } from '../i18n/text.ts'
import { ORGANIZATION } from './organization-query.ts'
import { timeIn, timeZoneOptions } from '../components/time-zones.ts'

const fields = ['name', 'timeZone', 'sessionHistoryDays', 'secondPersonPublishes'] as const
type Revised = RevisedForm<typeof updateOrganization, Organization>

const pick = ({ name, timeZone, sessionHistoryDays, secondPersonPublishes }: Organization) => ({
  name,
  timeZone,
  sessionHistoryDays,
  secondPersonPublishes,
})

/** Only what differs from the state the form started from: someone else's change of another field stands. */
const changed = (values: UpdateOrganization, base: Organization): UpdateOrganization =>
  Object.fromEntries(
    fields.filter((field) => values[field] !== base[field]).map((field) => [field, values[field]]),
  )

const useOrganizationForm = (organization: Organization): Revised => {
  const notify = useNotify()
  const queries = useQueryClient()
  return useRevisedForm({
    shape: updateOrganization,
    record: organization,
    pick,
    save: async (values, base) => {
      const body = changed(values, base)
      const { data } = await request<Organization>('/organization', {
        method: 'PATCH',
        body,
        ifMatch: base.revision,
      })
      queries.setQueryData(ORGANIZATION, data)
      await loadSession()
      notify('organization.saved')
      return data
    },
  })
}

const publishing = { alone: 'organization.onePerson', second: 'organization.secondPerson' } as const

const worded = (text: Text, value: string | number | boolean | undefined): string =>
  typeof value === 'boolean' ? text(publishing[value ? 'second' : 'alone']) : String(value)

const Publishing = ({ form }: Pick<Revised, 'form'>) => {
  const text = useText()
  return (
    <Section
      title={text('organization.secondPersonPublishes')}
      about={text('organization.secondPersonAbout')}
    >
      <Choice
        label={text('organization.secondPersonPublishes')}
        value={form.watch('secondPersonPublishes') ? 'second' : 'alone'}
        options={[
          { value: 'alone', label: text(publishing.alone) },
          { value: 'second', label: text(publishing.second) },
        ]}
        onChange={({ target }) =>
          form.setValue('secondPersonPublishes', target.value === 'second', { shouldDirty: true })
        }
      />
    </Section>
  )
}

const Trouble = ({
  revised: { form, submission, base, theirs, keepMine, takeTheirs },
}: {
  revised: Revised
}) => {
  const text = useText()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (theirs || submission.problem) place.current?.scrollIntoView({ block: 'center' })
  }, [theirs, submission.problem])
  if (!theirs) {
    return (
      <div ref={place}>
        <ProblemNotice problem={submission.problem} />
      </div>
    )
  }
  const typed = form.getValues()
  const differences: Difference[] = fields
    .filter((field) => typed[field] !== base[field] && typed[field] !== theirs[field])
    .map((field) => ({
      label: text(`organization.${field}`),
      mine: worded(text, typed[field]),
      theirs: worded(text, theirs[field]),
    }))
  return (
    <div ref={place}>
      <RevisionConflict differences={differences} onKeepMine={keepMine} onTakeTheirs={takeTheirs} />
    </div>
  )
}

const Fields = ({ form, base }: Pick<Revised, 'form' | 'base'>) => {
  const text = useText()
  const { errors } = form.formState
  const time = timeIn(form.watch('timeZone') ?? base.timeZone)
  const { ref: zoneRef, ...zoneField } = form.register('timeZone')
  return (
    <>
      <Section title={text('organization.name')} about={text('organization.nameAbout')}>
        <Field
          label={text('organization.name')}
          autoComplete="organization"
          error={errors.name?.message}
          {...form.register('name')}
        />
      </Section>
      <Section title={text('organization.timeZone')} about={text('organization.timeZoneAbout')}>
        <Choice
          label={text('organization.timeZone')}
          options={timeZoneOptions(base.timeZone)}
          hint={time && text('organization.timeZoneNow', { time })}
          error={errors.timeZone?.message}
          inputRef={zoneRef}
          {...zoneField}
        />
      </Section>
      <Section
        title={text('organization.sessionHistoryDays')}
        about={text('organization.sessionHistoryAbout')}
      >
        <Field
          label={text('organization.sessionHistoryDays')}
          type="number"
          hint={text('organization.daysHint')}
          error={errors.sessionHistoryDays?.message}
          {...form.register('sessionHistoryDays', { valueAsNumber: true })}
        />
      </Section>
      <Publishing form={form} />
    </>
  )
}

export const OrganizationForm = ({ organization }: { organization: Organization }) => {
  const text = useText()
  const revised = useOrganizationForm(organization)
  const { form, submission, base } = revised
  const { isDirty } = form.formState
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit(submission.send)(event)}>
      <Fields form={form} base={base} />
      <Trouble revised={revised} />
      <SaveBar
        verb={text('organization.submit')}
        dirty={isDirty}
        sending={submission.sending}
        note={text('organization.unsaved')}
        onDiscard={() => form.reset()}
      />
    </form>
  )
}
