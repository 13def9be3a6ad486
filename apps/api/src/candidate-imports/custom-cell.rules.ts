import { type CustomFieldKind, type CustomValue, fold } from '@assay/contracts'

export interface ImportedField {
  id: string
  name: string
  kind: CustomFieldKind
  choices: readonly { id: string; name: string }[]
}

export type CellReading = { fits: true; value: CustomValue } | { fits: false; because: string }

const fits = (value: CustomValue): CellReading => ({ fits: true, value })
const not = (because: string): CellReading => ({ fits: false, because })

const YES = new Set(['yes', 'y', 'true', '1', 'x'])
const NO = new Set(['no', 'n', 'false', '0'])

const choiceIn = ({ choices }: ImportedField, text: string): string | undefined =>
  choices.find(({ name }) => fold(name) === fold(text.trim()))?.id

const named = (field: ImportedField): string =>
  `This is none of the choices: ${field.choices
    .slice(0, 10)
    .map(({ name }) => name)
    .join(', ')}${field.choices.length > 10 ? ', …' : ''}.`

const READERS: Record<CustomFieldKind, (field: ImportedField, text: string) => CellReading> = {
  text: (_field, text) => fits(text),
  link: (_field, text) => fits(text),
  date: (_field, text) => fits(text.replaceAll(/[/.]/g, '-')),
  number: (_field, text) => {
    const bare = text.replaceAll(/[\s'’]/g, '')
    // A comma may part thousands or decimals: which of them is not guessed.
    return /^[+-]?\d+(?:\.\d+)?$/.test(bare) ? fits(Number(bare)) : not('Write a number as 1234.5.')
  },
  yes_no: (_field, text) => {
    if (YES.has(fold(text))) return fits(true)
    return NO.has(fold(text)) ? fits(false) : not('Write yes or no.')
  },
  one_of: (field, text) => {
    const id = choiceIn(field, text)
    return id === undefined ? not(named(field)) : fits(id)
  },
  several_of: (field, text) => {
    // A choice may hold a comma itself.
    const whole = choiceIn(field, text)
    if (whole !== undefined) return fits([whole])
    const parts = text.split(/[;,|\n]+/).filter((part) => part.trim() !== '')
    const ids = parts.map((part) => choiceIn(field, part))
    return ids.some((id) => id === undefined) ? not(named(field)) : fits([...new Set(ids as string[])])
  },
}

/** What a cell says for a field; whether the field takes it is judged by the candidates' own rules. */
export const customValueIn = (field: ImportedField, text: string): CellReading =>
  READERS[field.kind](field, text)
