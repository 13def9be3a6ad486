import type { ErasureReason } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../organizations/organization.entity.ts'

/**
 * One line of the list that a restored backup is brought up to date with. Written by `assay_erase_candidates` only. It
 * names the candidate without a reference: the line stays where a restored backup never knew them.
 */
@Entity('erasures')
@Check('erasures_reason_known', `reason IN ('asked', 'no_longer_needed', 'entered_by_mistake', 'retention')`)
@Index('erasures_number_key', ['organizationId', 'number'], { unique: true })
@Index('erasures_candidate_key', ['organizationId', 'candidateId'], { unique: true })
export class Erasure {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'erasures_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'erasures_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'erasures_organization_fkey' })
  organization?: Relation<Organization>

  /** Counts from 1 in the organization. */
  @Column('integer')
  number!: number

  @Column('uuid', { name: 'candidate_id' })
  candidateId!: string

  /** Whose files go once more where a copy of the file store comes back. */
  @Column('uuid', { name: 'document_ids', array: true, default: '{}' })
  documentIds!: string[]

  @Column('text')
  reason!: ErasureReason

  @Column('text', { nullable: true })
  reference!: string | null

  /** Null where retention did it. */
  @Column('uuid', { name: 'erased_by', nullable: true })
  erasedBy!: string | null

  @Column('timestamptz', { name: 'erased_at' })
  erasedAt!: Date

  @Column('timestamptz', { name: 'replayed_at', nullable: true })
  replayedAt!: Date | null
}
