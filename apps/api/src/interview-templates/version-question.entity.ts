import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Question } from '../question-bank/questions/question.entity.ts'
import { InterviewTemplateVersion } from './interview-template-version.entity.ts'

/** Which questions a version asks. */
@Entity('version_questions')
@Check('version_questions_minutes_range', `minutes BETWEEN 1 AND 240`)
@Index('version_questions_by_question', ['organizationId', 'questionId', 'versionId'])
export class VersionQuestion {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'version_questions_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'version_questions_pkey' })
  versionId!: string

  @PrimaryColumn('uuid', { name: 'question_id', primaryKeyConstraintName: 'version_questions_pkey' })
  questionId!: string

  @ManyToOne(() => InterviewTemplateVersion, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('version_id', 'version_questions_version_fkey'))
  version?: Relation<InterviewTemplateVersion>

  @ManyToOne(() => Question, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('question_id', 'version_questions_question_fkey'))
  question?: Relation<Question>

  /** Put otherwise than in the bank; from review on always the frozen minutes. */
  @Column('integer', { nullable: true })
  minutes!: number | null
}
