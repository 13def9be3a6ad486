import { withinTenant } from '@assay/persistence'
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { AnswerStructure } from '../answer-structures/answer-structure.entity.ts'
import { Question } from './question.entity.ts'

/** Which answer structures are ticked while a question is answered. */
@Entity('question_structures')
@Index('question_structures_by_structure', ['organizationId', 'structureId', 'questionId'])
export class QuestionStructure {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'question_structures_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'question_id', primaryKeyConstraintName: 'question_structures_pkey' })
  questionId!: string

  @PrimaryColumn('uuid', { name: 'structure_id', primaryKeyConstraintName: 'question_structures_pkey' })
  structureId!: string

  @ManyToOne(() => Question, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('question_id', 'question_structures_question_fkey'))
  question?: Relation<Question>

  @ManyToOne(() => AnswerStructure, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('structure_id', 'question_structures_structure_fkey'))
  structure?: Relation<AnswerStructure>

  @Column('integer')
  position!: number
}
