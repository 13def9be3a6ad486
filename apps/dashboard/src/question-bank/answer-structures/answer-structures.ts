import { type AnswerStructure, createAnswerStructure } from '@assay/contracts'
import type { z } from 'zod'
import type { BankKind } from '../bank-kind.ts'
import { AnswerStructureFacts, AnswerStructureReading } from './AnswerStructureReading.tsx'
import { AnswerStructureFields } from './AnswerStructureFields.tsx'
import { AnswerStructureList } from './AnswerStructureList.tsx'

export const answerStructures: BankKind<AnswerStructure, z.input<typeof createAnswerStructure>> = {
  resource: 'answer-structures',
  shape: createAnswerStructure,
  blank: { name: '', purpose: '', steps: [] },
  pick: ({ name, purpose, steps }) => ({ name, purpose, steps }),
  titleOf: (row) => row.name,
  List: AnswerStructureList,
  Facts: AnswerStructureFacts,
  Reading: AnswerStructureReading,
  Fields: AnswerStructureFields,
}
