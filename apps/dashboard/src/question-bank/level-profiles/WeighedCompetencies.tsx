import { type LevelProfile, usualWeight } from '@assay/contracts'
import Box from '@mui/material/Box'
import { Choice } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { levelsOf } from '../../components/rating-tone.ts'
import { useText } from '../../i18n/text.ts'
import { useChoices, useNames } from '../bank-names.ts'
import { errorIn, useBound } from '../form-fields.tsx'
import { PickedList } from '../PickedList.tsx'
import type { LevelProfileForm } from './LevelProfileFields.tsx'

type Weighed = LevelProfile['competencies'][number]

const USUAL_BAR = 3

const grid = {
  gridColumn: '1 / -1',
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 200px) 110px minmax(0, 1fr)' },
  gap: 1.5,
  mt: 0.75,
  alignItems: 'start',
} as const

interface ExpectationProps {
  form: LevelProfileForm
  entry: Weighed
  place: number
  usual: number
  onChange: (next: Weighed) => void
}

/** The bar, the weight, and the reason that another weight than the usual needs. */
const Expectation = ({ form, entry, place, usual, onChange }: ExpectationProps) => {
  const text = useText()
  const { bar, weight, reason } = entry
  const wrong = (field: keyof Weighed) => errorIn(form, 'competencies', place, field)
  const needsReason = weight !== usual || Boolean(reason)
  return (
    <Box sx={grid}>
      <Choice
        size="small"
        label={text('bank.field.bar')}
        value={String(bar)}
        error={wrong('bar')}
        options={levelsOf(bar > 4 ? 5 : 4).map(({ level, name }) => ({
          value: String(level),
          label: text('bank.levelOption', { level, name: text(`rating.${name}`) }),
        }))}
        onChange={({ target }) => onChange({ ...entry, bar: Number(target.value) })}
      />
      <Field
        size="small"
        type="number"
        label={text('bank.field.weight')}
        value={Number.isNaN(weight) ? '' : weight}
        error={wrong('weight')}
        inputProps={{ min: 0, step: 0.5 }}
        onChange={({ target }) =>
          onChange({ ...entry, weight: target.value === '' ? Number.NaN : Number(target.value) })
        }
      />
      {needsReason && (
        <Field
          size="small"
          multiline
          label={text('bank.field.reason')}
          hint={text('bank.hint.reason', { usual })}
          error={wrong('reason')}
          value={reason ?? ''}
          onChange={({ target }) => onChange({ ...entry, reason: target.value || null })}
        />
      )}
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
    >
      {(entry, place, change) => (
        <Expectation form={form} entry={entry} place={place} usual={usual} onChange={change} />
      )}
    </PickedList>
  )
}
