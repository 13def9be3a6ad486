import { MAX_ENTRIES, type Anchor } from '@assay/contracts'
import type { ReactNode } from 'react'
import {
  get,
  useController,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type RefCallBack,
  type UseFormReturn,
} from 'react-hook-form'
import { AnchorEditor } from './AnchorEditor.tsx'
import { CheckSet } from './CheckSet.tsx'
import { Choice, type Option } from './Choice.tsx'
import { EntryList } from './EntryList.tsx'
import { Field } from './Field.tsx'
import { plainText, type EntryKind } from './entry-list.ts'

/** A form whatever it gives to the server: its fields read and write what is typed. */
export type FieldsForm<Values extends FieldValues> = UseFormReturn<Values, unknown, FieldValues>

/** A field of a form by its name in the contract: what is wrong with it comes with it. */
export interface BoundField<Values extends FieldValues> {
  form: FieldsForm<Values>
  name: FieldPath<Values>
  label: string
  hint?: ReactNode
  /** The section it stands in has said its label already. */
  titled?: boolean
}

/** The message at a place of the form: of a field, of an entry in a list, or of the text an entry carries. */
export const errorIn = <Values extends FieldValues>(
  { formState: { errors } }: FieldsForm<Values>,
  ...path: (string | number)[]
): string | undefined => {
  const message: unknown = get(errors, `${path.join('.')}.message`)
  return typeof message === 'string' ? message : undefined
}

interface Bound<Value> {
  value: Value
  onChange: (next: Value) => void
  onBlur: () => void
  ref: RefCallBack
  error: string | undefined
}

/** One controlled field: its value, its change, where the focus goes, and what is wrong with it. */
export const useBound = <Values extends FieldValues, Name extends FieldPath<Values>>(
  form: FieldsForm<Values>,
  name: Name,
): Bound<NonNullable<FieldPathValue<Values, Name>>> => {
  const { field } = useController({ control: form.control, name })
  return { ...field, error: errorIn(form, name) }
}

/** The compiler cannot know which of a form's fields a general field was given. */
const useBoundAs = <Value, Values extends FieldValues>({ form, name }: BoundField<Values>): Bound<Value> =>
  useBound(form, name) as unknown as Bound<Value>

export const LineField = <Values extends FieldValues>({
  form,
  name,
  number = false,
  ...rest
}: BoundField<Values> & { number?: boolean }) => (
  <Field
    {...rest}
    {...(number && { type: 'number', sx: { maxWidth: 140 } })}
    autoComplete="off"
    error={errorIn(form, name)}
    {...form.register(name, number ? { valueAsNumber: true } : {})}
  />
)

export const ProseField = <Values extends FieldValues>({
  rows = 3,
  ...props
}: BoundField<Values> & { rows?: number }) => {
  const { ref, value, ...bound } = useBoundAs<string, Values>(props)
  return (
    <Field
      label={props.label}
      hint={props.hint}
      multiline
      minRows={rows}
      inputRef={ref}
      value={value}
      error={bound.error}
      onBlur={bound.onBlur}
      onChange={({ target }) => bound.onChange(target.value)}
    />
  )
}

/** Entries that carry their text in a field of that name. */
export const CarriedEntriesField = <Entry, Values extends FieldValues>({
  form,
  name,
  textField,
  ...rest
}: BoundField<Values> & { add: string; kind: EntryKind<Entry>; textField?: string }) => (
  <EntryList
    {...rest}
    maximum={MAX_ENTRIES}
    {...useBoundAs<Entry[], Values>({ form, name, label: rest.label })}
    errorAt={(place) => (textField && errorIn(form, name, place, textField)) || errorIn(form, name, place)}
  />
)

export const EntriesField = <Values extends FieldValues>(props: BoundField<Values> & { add: string }) => (
  <CarriedEntriesField {...props} kind={plainText} />
)

export const AnchorsField = <Values extends FieldValues>(props: BoundField<Values>) => (
  <AnchorEditor
    label={props.label}
    {...useBoundAs<Anchor[], Values>(props)}
    errorAt={(place) => errorIn(props.form, props.name, place, 'text')}
  />
)

export const CheckSetField = <Values extends FieldValues>({
  options,
  ...props
}: BoundField<Values> & { options: readonly Option[] }) => {
  const { value, onChange, ref, error } = useBoundAs<string[], Values>(props)
  return (
    <CheckSet
      label={props.label}
      titled={props.titled ?? false}
      hint={props.hint}
      options={options}
      value={value}
      onChange={onChange}
      ref={ref}
      error={error}
    />
  )
}

export const ChoiceField = <Values extends FieldValues>({
  form,
  name,
  ...rest
}: BoundField<Values> & { options: readonly Option[] }) => {
  const { ref, ...field } = form.register(name)
  return <Choice {...rest} {...field} inputRef={ref} error={errorIn(form, name)} />
}
