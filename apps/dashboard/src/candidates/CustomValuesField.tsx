import type { CustomField, CustomValue } from '@assay/contracts'
import { CheckSet } from '../components/CheckSet.tsx'
import { Choice } from '../components/Choice.tsx'
import { Field } from '../components/Field.tsx'
import { errorIn, useBound } from '../components/form-fields.tsx'
import { FormPart } from '../components/FormPart.tsx'
import { Section } from '../components/Section.tsx'
import { useText } from '../i18n/text.ts'
import type { CandidateForm } from './candidate-form.ts'
import { useCustomFields } from './candidate-requests.ts'

type Values = Record<string, CustomValue | null>

interface ValueProps {
  field: CustomField
  value: CustomValue | null
  error: string | undefined
  onChange: (next: CustomValue | null) => void
}

const YES = 'yes'
const lineTypes = { link: 'url', date: 'date', number: 'number' } as const

const ChosenValue = ({ field, value, error, onChange }: ValueProps) => {
  const text = useText()
  const isYesNo = field.kind === 'yes_no'
  const options = isYesNo
    ? [
        { value: YES, label: text('candidate.yes') },
        { value: 'no', label: text('candidate.no') },
      ]
    : field.choices.map(({ id, name }) => ({ value: id, label: name }))
  const held = typeof value === 'boolean' ? (value ? YES : 'no') : value
  return (
    <Choice
      label={field.name}
      error={error}
      value={typeof held === 'string' ? held : ''}
      options={[{ value: '', label: text('candidate.field.chooseNone') }, ...options]}
      onChange={({ target }) => {
        if (target.value === '') onChange(null)
        else onChange(isYesNo ? target.value === YES : target.value)
      }}
    />
  )
}

const SeveralValues = ({ field, value, error, onChange }: ValueProps) => (
  <CheckSet
    label={field.name}
    error={error}
    options={field.choices.map(({ id, name }) => ({ value: id, label: name }))}
    value={Array.isArray(value) ? value : []}
    onChange={(chosen) => onChange(chosen.length > 0 ? chosen : null)}
  />
)

const TypedValue = ({ field: { name, kind }, value, error, onChange }: ValueProps) => (
  <Field
    label={name}
    error={error}
    autoComplete="off"
    {...(kind === 'text' ? { multiline: true } : {})}
    {...(kind in lineTypes && { type: lineTypes[kind as keyof typeof lineTypes] })}
    {...(kind === 'number' && { inputProps: { step: 'any' } })}
    value={typeof value === 'string' || typeof value === 'number' ? value : ''}
    onChange={({ target }) => {
      if (target.value === '') onChange(null)
      else onChange(kind === 'number' ? Number(target.value) : target.value)
    }}
  />
)

const ValueOf = (props: ValueProps) => {
  const { kind } = props.field
  if (kind === 'several_of') return <SeveralValues {...props} />
  return kind === 'one_of' || kind === 'yes_no' ? <ChosenValue {...props} /> : <TypedValue {...props} />
}

/** What the organization asks besides what everybody does, each by its kind. */
export const CustomValuesField = ({ form }: { form: CandidateForm }) => {
  const text = useText()
  const { value, onChange } = useBound(form, 'customValues')
  const values = value as Values
  const fields = useCustomFields() ?? []
  if (fields.length === 0) return null
  return (
    <Section title={text('candidate.part.custom')} about={text('candidate.part.customAbout')}>
      <FormPart>
        {fields.map((field) => (
          <ValueOf
            key={field.id}
            field={field}
            value={values[field.id] ?? null}
            error={errorIn(form, 'customValues', field.id)}
            onChange={(next) => onChange({ ...values, [field.id]: next })}
          />
        ))}
      </FormPart>
    </Section>
  )
}
