import type { FieldValues } from 'react-hook-form'
import type { FieldsForm } from '../components/form-fields.tsx'
import type { ComponentType } from 'react'
import type { z } from 'zod'

/** What can be written in the bank; areas come with the product and are only read. */
export const bankResources = [
  'questions',
  'competencies',
  'answer-structures',
  'signals',
  'level-profiles',
] as const
export type BankResource = (typeof bankResources)[number]

export interface BankRow {
  id: string
  key: string | null
  archivedAt: string | null
  updatedAt: string
  revision: number
  /** How many kits have it in a version that is not retired. */
  templates?: number
}

/** Checks what was typed; what comes out is sent as it is. */
export type BankShape<Values extends FieldValues> = z.ZodType<FieldValues, Values>

/** One kind of entry: how it is written and what its pages show. The rest is the same for all. */
export interface BankKind<Row extends BankRow, Values extends FieldValues> {
  resource: BankResource
  /** The shape of a new one; an edited one obeys it, too. */
  shape: BankShape<Values>
  blank: Values
  pick: (row: Row) => Values
  titleOf: (row: Row) => string
  List: ComponentType
  /** Short facts under the title. */
  Facts: ComponentType<{ row: Row }>
  Reading: ComponentType<{ row: Row }>
  Fields: ComponentType<{ form: FieldsForm<Values> }>
}

export const bankAddress = (resource: BankResource, ...rest: string[]): string =>
  ['/question-bank', resource, ...rest].join('/')
