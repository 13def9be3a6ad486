import type { CreateAnswerStructure, AnswerStructure as AnswerStructureShape } from '@assay/contracts'
import { Injectable } from '@nestjs/common'
import { BankEntriesService } from '../bank-entries.service.ts'
import { type BankKind, type BankRow, templatesWith } from '../bank-kind.ts'
import { AnswerStructure } from './answer-structure.entity.ts'

type AnswerStructureRow = BankRow & Omit<AnswerStructureShape, keyof BankRow>

@Injectable()
export class AnswerStructuresService extends BankEntriesService<AnswerStructureRow, CreateAnswerStructure> {
  protected readonly kind: BankKind = {
    entity: AnswerStructure,
    table: 'answer_structures',
    subject: 'answer_structure',
    nameField: 'name',
    searched: ['name', 'purpose'],
    columns: `e.name, e.purpose, e.steps, ${templatesWith('version_structures', 'structure_id')}`,
    sort: { name: 'folded_name', updatedAt: 'updated_at' },
  }
}
