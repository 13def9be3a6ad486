import { type LevelProfile, usualWeight } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Choice } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { levelsOf } from '../../components/rating-tone.ts'
import { useText } from '../../i18n/text.ts'
import { useChoices, useNames } from '../bank-names.ts'
import { errorIn, useBound } from '../../components/form-fields.tsx'
import { PickedList } from '../../components/PickedList.tsx'
import type { LevelProfileForm } from './LevelProfileFields.tsx'

type Weighed = LevelProfile['competencies'][number]

const USUAL_BAR = 3

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) 100px', sm: '190px 90px' },
  gap: 1.5,
  alignItems: 'end',
} as const

interface ExpectationProps {
  form: LevelProfileForm
  entry: Weighed
  place: number
  onChange: (next: Weighed) => void
}

const Expectation = ({ form, entry, place, onChange }: ExpectationProps) => {
  const text = useText()
  const { bar, weight } = entry
  return (
    <Box sx={columns}>
      <Choice
        titled
        size="small"
        label={text('bank.field.bar')}
        value={String(bar)}
        error={errorIn(form, 'competencies', place, 'bar')}
        options={levelsOf(bar > 4 ? 5 : 4).map(({ level, name }) => ({
          value: String(level),
          label: text('bank.levelOption', { level, name: text(`rating.${name}`) }),
        }))}
        onChange={({ target }) => onChange({ ...entry, bar: Number(target.value) })}
      />
      <Field
        titled
        size="small"
        type="number"
        label={text('bank.field.weight')}
        value={Number.isNaN(weight) ? '' : weight}
        error={errorIn(form, 'competencies', place, 'weight')}
        inputProps={{ min: 0, step: 0.5 }}
        onChange={({ target }) =>
          onChange({ ...entry, weight: target.value === '' ? Number.NaN : Number(target.value) })
        }
      />
    </Box>
  )
}

/** Asked for as soon as a weight is another than the usual. */
const Reason = ({ form, entry, place, usual, onChange }: ExpectationProps & { usual: number }) => {
  const text = useText()
  const { weight, reason } = entry
  if (weight === usual && !reason) return null
  return (
    <Field
      size="small"
      multiline
      label={text('bank.field.reason')}
      hint={text('bank.hint.reason', { usual })}
      error={errorIn(form, 'competencies', place, 'reason')}
      value={reason ?? ''}
      onChange={({ target }) => onChange({ ...entry, reason: target.value || null })}
    />
  )
}

const Heads = () => {
  const text = useText()
  return (
    <Box sx={columns}>
      <span>{text('bank.field.bar')}</span>
      <span>{text('bank.field.weight')}</span>
    </Box>
  )
}

/** Which competencies are rated at a level. */
export const WeighedCompetencies = ({ form }: { form: LevelProfileForm }) => {
  const text = useText()
  const { value: weighed, onChange, error, ref } = useBound(form, 'competencies')
  const value = weighed as Weighed[]
  const usual = usualWeight(value.map(({ weight }) => weight))
  return (
    <PickedList
      add={text('bank.add.competency')}
      options={useChoices('competencies')}
      value={value}
      onChange={(next: Weighed[]) => onChange(next)}
      idOf={({ competencyId }) => competencyId}
      make={(competencyId) => ({ competencyId, weight: usual, reason: null, bar: USUAL_BAR })}
      nameOf={useNames(
        'competencies',
        value.map(({ competencyId }) => competencyId),
      )}
      error={error}
      ref={ref}
      heads={[text('bank.field.competency'), <Heads key="heads" />]}
      renderBelow={(entry, place, change) => (
        <Reason form={form} entry={entry} place={place} usual={usual} onChange={change} />
      )}
    >
      {(entry, place, change) => <Expectation form={form} entry={entry} place={place} onChange={change} />}
    </PickedList>
  )
}
