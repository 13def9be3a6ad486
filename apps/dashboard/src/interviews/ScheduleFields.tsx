import type { InterviewTemplate, Job, User } from '@assay/contracts'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useGetList } from 'ra-core'
import { Field } from '../components/Field.tsx'
import { ChoiceField, errorIn, type FieldsForm, LineField, useBound } from '../components/form-fields.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { PickedList } from '../components/PickedList.tsx'
import { Section } from '../components/Section.tsx'
import { timeZoneOptions } from '../components/time-zones.ts'
import { useText } from '../i18n/text.ts'
import { ConflictNotice } from './ConflictNotice.tsx'
import { isPastMoment } from './is-past.ts'
import type { ScheduleValues } from './schedule-form.ts'
import { momentOf } from './wall-clock.ts'

type ScheduleForm = FieldsForm<ScheduleValues>
export interface ScheduleFieldsProps {
  form: ScheduleForm
  applicationId: string
  interviewId?: string
  stage?: Job['stages'][number] | undefined
  team: Job['team']
  versionStays?: boolean
}

/** Templates of the stage first: those are what the pipeline means to be held in it. */
const useTemplateOptions = (stage: ScheduleFieldsProps['stage']) => {
  const text = useText()
  const { data = [] } = useGetList<InterviewTemplate>('interview-templates', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
    filter: { archived: false },
  })
  const usable = data.filter(({ published }) => published !== null)
  const held = new Set(stage?.templates.map(({ templateId }) => templateId))
  const option = ({ id, name }: InterviewTemplate) => ({
    value: id,
    label: held.has(id) ? text('interview.field.ofStage', { name }) : name,
  })
  return [
    { value: '', label: text('interview.field.templateNone') },
    ...usable.filter(({ id }) => held.has(id)).map(option),
    ...usable.filter(({ id }) => !held.has(id)).map(option),
  ]
}

const When = ({ form }: { form: ScheduleForm }) => {
  const text = useText()
  const [date, time, zone] = form.watch(['date', 'time', 'timeZone'])
  const moment = momentOf({ date, time }, zone)
  const isPast = moment !== null && isPastMoment(moment)
  return (
    <FormPart>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: '1fr 1fr 120px' } }}>
        <Field
          label={text('interview.field.date')}
          type="date"
          error={errorIn(form, 'date') ?? errorIn(form, 'startsAt')}
          {...form.register('date')}
        />
        <Field
          label={text('interview.field.time')}
          type="time"
          error={errorIn(form, 'time')}
          {...form.register('time')}
        />
        <LineField form={form} name="minutes" label={text('interview.field.minutes')} number />
      </Box>
      {isPast && (
        <FormControlLabel
          control={<Checkbox {...form.register('heldAlready')} />}
          label={text('interview.field.heldAlready')}
        />
      )}
      <ChoiceField
        form={form}
        name="timeZone"
        label={text('interview.field.timeZone')}
        options={timeZoneOptions(zone)}
      />
      <LineField form={form} name="place" label={text('interview.field.place')} />
      <LineField form={form} name="link" label={text('interview.field.link')} />
    </FormPart>
  )
}

const Who = ({ form, team }: { form: ScheduleForm; team: Job['team'] }) => {
  const text = useText()
  const { value, onChange, error, ref } = useBound(form, 'panel')
  const { data: people = [] } = useGetList<User>('users', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const ofTeam = new Set(team.map(({ userId }) => userId))
  const open = people.filter(({ status }) => status !== 'disabled')
  const ordered = [...open.filter(({ id }) => ofTeam.has(id)), ...open.filter(({ id }) => !ofTeam.has(id))]
  return (
    <PickedList
      add={text('interview.field.addPanelist')}
      options={ordered.map(({ id, name }) => ({ value: id, label: name }))}
      nameOf={(id) => names.get(id) ?? ''}
      value={value}
      onChange={onChange}
      idOf={({ userId }) => userId}
      make={(userId) => ({ userId, shadow: false })}
      unordered
      error={error}
      ref={ref}
    >
      {(seat, place, change) => (
        <>
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={seat.shadow ?? false}
                onChange={({ target }) => change({ ...seat, shadow: target.checked })}
              />
            }
            label={text('interview.field.shadow')}
          />
          {errorIn(form, 'panel', place, 'userId') && (
            <Box sx={{ color: 'error.main', fontSize: '0.875rem' }}>
              {errorIn(form, 'panel', place, 'userId')}
            </Box>
          )}
        </>
      )}
    </PickedList>
  )
}

/** All that is said about an interview: what, when, where, who. */
export const ScheduleFields = (props: ScheduleFieldsProps) => {
  const { form, stage, team, versionStays = false } = props
  const text = useText()
  const options = useTemplateOptions(stage)
  return (
    <>
      <Section
        title={text('interview.partWhat')}
        about={text(versionStays ? 'interview.versionStays' : 'interview.partWhatAbout')}
      >
        {/* Anew when the templates are there: a list takes its value when it first has it to choose from. */}
        <ChoiceField
          key={options.length}
          form={form}
          name="templateId"
          label={text('interview.field.template')}
          options={options}
        />
      </Section>
      <Section title={text('interview.partWho')} about={text('interview.partWhoAbout')}>
        <Who form={form} team={team} />
      </Section>
      <Section title={text('interview.partWhen')}>
        <When form={form} />
        <ConflictNotice {...props} />
      </Section>
    </>
  )
}
