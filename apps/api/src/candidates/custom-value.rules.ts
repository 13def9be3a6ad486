import { type CustomFieldKind, customTexts, type CustomValue } from '@assay/contracts'

export interface FieldFacts {
  kind: CustomFieldKind
  choices: readonly { id: string }[]
}

/** A row: chosen from a list, or typed. */
export interface StoredValue {
  choice: string | null
  value: string | null
}

export type Checked = { fits: true; rows: StoredValue[] } | { fits: false; because: string }

const chosen = (choice: string): StoredValue => ({ choice, value: null })
const typed = (value: string): StoredValue => ({ choice: null, value })

const fits = (...rows: StoredValue[]): Checked => ({ fits: true, rows })
const not = (because: string): Checked => ({ fits: false, because })

const checkedText = (kind: keyof typeof customTexts, given: CustomValue): Checked => {
  const parsed = customTexts[kind].safeParse(given)
  return parsed.success
    ? fits(typed(parsed.data))
    : not(parsed.error.issues[0]?.message ?? 'This does not fit.')
}

/** No number that a person means has more places before the point. */
const isNumber = (given: CustomValue): given is number =>
  typeof given === 'number' && Number.isFinite(given) && Math.abs(given) <= 1e15

const isKnown = ({ choices }: FieldFacts, wanted: string): boolean =>
  choices.some(({ id }) => id === wanted.toLowerCase())

const CHECKS: Record<CustomFieldKind, (field: FieldFacts, given: CustomValue) => Checked> = {
  text: (_field, given) => checkedText('text', given),
  link: (_field, given) => checkedText('link', given),
  date: (_field, given) => checkedText('date', given),
  number: (_field, given) => (isNumber(given) ? fits(typed(String(given))) : not('This is not a number.')),
  yes_no: (_field, given) =>
    typeof given === 'boolean' ? fits(chosen(given ? 'yes' : 'no')) : not('Say yes or no.'),
  one_of: (field, given) =>
    typeof given === 'string' && isKnown(field, given)
      ? fits(chosen(given.toLowerCase()))
      : not('This is none of the choices.'),
  several_of: (field, given) => {
    if (!Array.isArray(given) || given.some((one) => !isKnown(field, one))) {
      return not('One of these is none of the choices.')
    }
    return fits(...[...new Set(given)].map(chosen))
  },
}

/** Whether a value fits its field, and how it is stored. Nothing chosen of several is no row. */
export const checkValue = (field: FieldFacts, given: CustomValue): Checked => CHECKS[field.kind](field, given)

/** What rows of one field say. */
export const valueOf = (kind: CustomFieldKind, rows: readonly string[]): CustomValue => {
  const [first = ''] = rows
  if (kind === 'several_of') return [...rows]
  if (kind === 'number') return Number(first)
  return kind === 'yes_no' ? first === 'yes' : first
}
