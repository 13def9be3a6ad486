import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Competency } from '../competencies/competency.entity.ts'
import { Question } from './question.entity.ts'

/** Which competency a question informs, and how strongly. */
@Entity('question_competencies')
@Check('question_competencies_informs_known', `informs IN ('primary', 'secondary')`)
@Index('question_competencies_by_competency', ['organizationId', 'competencyId', 'questionId'])
export class QuestionCompetency {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'question_competencies_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'question_id', primaryKeyConstraintName: 'question_competencies_pkey' })
  questionId!: string

  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'question_competencies_pkey' })
  competencyId!: string

  @ManyToOne(() => Question, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('question_id', 'question_competencies_question_fkey'))
  question?: Relation<Question>

  @ManyToOne(() => Competency, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('competency_id', 'question_competencies_competency_fkey'))
  competency?: Relation<Competency>

  @Column('text')
  informs!: 'primary' | 'secondary'

  @Column('integer')
  position!: number
}
