import { candidate, type Candidate, type CustomField, type CustomValue } from '@assay/contracts'
import type { Cell, Sheet } from './sheet.ts'

const valuesOf = (contacts: readonly { value: string }[]): string[] => contacts.map(({ value }) => value)

const SHEET = {
  name: 'candidates',
  row: candidate,
  recorded: { action: 'candidates.exported', subjectType: 'candidate' },
  columns: {
    id: (row) => row.id,
    name: (row) => row.name,
    preferredName: (row) => row.preferredName,
    headline: (row) => row.headline,
    company: (row) => row.company,
    location: (row) => row.location,
    source: (row) => row.source,
    tags: (row) => row.tags,
    emails: (row) => valuesOf(row.emails),
    phones: (row) => valuesOf(row.phones),
    links: (row) => valuesOf(row.links),
    createdAt: (row) => row.createdAt,
    updatedAt: (row) => row.updatedAt,
  },
} satisfies Sheet<Candidate>

type Field = Pick<CustomField, 'id' | 'name' | 'choices'>

/** What was chosen is told by its name. */
const cellOf = ({ choices }: Field, value: CustomValue | undefined): Cell => {
  const named = (text: string): string => choices.find(({ id }) => id === text)?.name ?? text
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map(named)
  return typeof value === 'string' ? named(value) : value
}

/** With a column for each field that the organization added: `custom: ` and its name. */
export const candidatesSheet = (fields: readonly Field[]): Sheet<Candidate> => ({
  ...SHEET,
  columns: {
    ...SHEET.columns,
    ...Object.fromEntries(
      fields.map((field) => [
        `custom: ${field.name}`,
        ({ customValues }: Candidate) => cellOf(field, customValues[field.id]),
      ]),
    ),
  },
})
