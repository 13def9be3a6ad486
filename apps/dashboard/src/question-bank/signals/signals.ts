import { createSignal, type Signal } from '@assay/contracts'
import type { z } from 'zod'
import type { BankKind } from '../bank-kind.ts'
import { SignalFields } from './SignalFields.tsx'
import { SignalList } from './SignalList.tsx'
import { SignalFacts, SignalReading } from './SignalReading.tsx'

export const signals: BankKind<Signal, z.input<typeof createSignal>> = {
  resource: 'signals',
  shape: createSignal,
  blank: { kind: 'strong', text: '' },
  pick: ({ kind, text }) => ({ kind, text }),
  titleOf: (row) => row.text,
  List: SignalList,
  Facts: SignalFacts,
  Reading: SignalReading,
  Fields: SignalFields,
}
