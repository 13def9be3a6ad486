import type { AnswerStructure } from '@assay/contracts'
import { BankList } from '../BankList.tsx'
import { EntryLink } from '../EntryLink.tsx'
import { firstSentence } from '../first-sentence.ts'
import { AnswerStructureFacts } from './AnswerStructureReading.tsx'

const AnswerStructureItem = ({ row: structure }: { row: AnswerStructure }) => (
  <EntryLink
    resource="answer-structures"
    row={structure}
    title={structure.name}
    aside={<AnswerStructureFacts row={structure} />}
  >
    {firstSentence(structure.purpose)}
  </EntryLink>
)

export const AnswerStructureList = () => (
  <BankList<AnswerStructure> resource="answer-structures" nameField="name" Item={AnswerStructureItem} />
)
