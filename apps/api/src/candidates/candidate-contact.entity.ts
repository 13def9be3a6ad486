import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Candidate } from './candidate.entity.ts'

/** How to reach somebody, or read about them. The first of each medium is the primary one. */
@Entity('candidate_contacts')
@Check('candidate_contacts_medium_known', `medium IN ('email', 'phone', 'link')`)
@Index('candidate_contacts_by_matched', ['organizationId', 'medium', 'matched', 'candidateId'])
@Index('candidate_contacts_by_value', ['organizationId', 'medium', 'value', 'candidateId'])
export class CandidateContact {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_contacts_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'candidate_contacts_pkey' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('candidate_id', 'candidate_contacts_candidate_fkey'))
  candidate?: Relation<Candidate>

  @PrimaryColumn('text', { primaryKeyConstraintName: 'candidate_contacts_pkey' })
  medium!: 'email' | 'phone' | 'link'

  @PrimaryColumn('text', { primaryKeyConstraintName: 'candidate_contacts_pkey' })
  value!: string

  @Column('text')
  kind!: string

  /** What two spellings of one address have in common. */
  @Column('text')
  matched!: string

  @Column('integer')
  position!: number

  /** Copied from a candidate that was merged into this one; taken away again when that is undone. */
  @Column('uuid', { name: 'merged_from', nullable: true })
  mergedFrom!: string | null
}
