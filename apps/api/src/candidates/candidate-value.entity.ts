import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { CustomField } from '../custom-fields/custom-field.entity.ts'
import { Candidate } from './candidate.entity.ts'

/** What a custom field says of a candidate: one row, or one for each of several choices. */
@Entity('candidate_values')
@Check('candidate_values_one', `(choice IS NULL) <> (value IS NULL)`)
@Index('candidate_values_by_choice', ['organizationId', 'fieldId', 'choice', 'candidateId'], {
  where: 'choice IS NOT NULL',
})
@Index('candidate_values_by_field', ['organizationId', 'fieldId', 'candidateId'])
export class CandidateValue {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_values_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'candidate_values_pkey' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('candidate_id', 'candidate_values_candidate_fkey'))
  candidate?: Relation<Candidate>

  @PrimaryColumn('uuid', { name: 'field_id', primaryKeyConstraintName: 'candidate_values_pkey' })
  fieldId!: string

  @ManyToOne(() => CustomField, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('field_id', 'candidate_values_field_fkey'))
  field?: Relation<CustomField>

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'candidate_values_pkey' })
  position!: number

  /** Of what is chosen from: the id of a choice, or yes or no. Lists are filtered by it. */
  @Column('text', { nullable: true })
  choice!: string | null

  /** Of what is typed: text, a number, a date (2026-11-23), a link. */
  @Column('text', { nullable: true })
  value!: string | null

  /** Copied from a candidate that was merged into this one; taken away again when that is undone. */
  @Column('uuid', { name: 'merged_from', nullable: true })
  mergedFrom!: string | null
}
