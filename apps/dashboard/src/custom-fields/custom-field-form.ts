import { createCustomField, type CustomField } from '@assay/contracts'
import type { z } from 'zod'
import type { EntryKind } from '../components/entry-list.ts'
import type { FieldsForm } from '../components/form-fields.tsx'

/** As it is written; of one that stands only the name and the choices are sent. */
export const fieldShape = createCustomField.required()
export type FieldValues = z.input<typeof fieldShape>
export type FieldForm = FieldsForm<FieldValues>

export const blankField: FieldValues = { name: '', kind: 'text', choices: [] }
export const pickField = ({ name, kind, choices }: CustomField): FieldValues => ({ name, kind, choices })

type FieldChoice = CustomField['choices'][number]

export const choiceEntry: EntryKind<FieldChoice> = {
  textOf: ({ name }) => name,
  withText: (choice, name) => ({ ...choice, name }),
  blank: () => ({ id: crypto.randomUUID(), name: '' }),
}
