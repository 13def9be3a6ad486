import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { entryFacts, entryFilter, usage } from './question-bank-entry.ts'
import { signalKind, type SignalText, signalText } from './question-bank-texts.ts'

export const signal = z
  .object({ ...entryFacts, ...usage, kind: signalKind, text: z.string() })
  .meta({ id: 'Signal' }) satisfies z.ZodType<SignalText>
export type Signal = z.infer<typeof signal>

const { shape } = signalText

export const createSignal = z.strictObject(shape).meta({ id: 'CreateSignal' })
export type CreateSignal = z.infer<typeof createSignal>

export const updateSignal = z.strictObject(shape).partial().meta({ id: 'UpdateSignal' })
export type UpdateSignal = z.infer<typeof updateSignal>

export const signalList = listQuery({
  sort: ['text', 'updatedAt'],
  direction: 'ASC',
  filter: { ...entryFilter, kind: signalKind },
})
