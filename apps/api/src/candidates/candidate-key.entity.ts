import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Candidate } from './candidate.entity.ts'

/** The data key of one candidate, wrapped by the installation's. Destroyed, nothing sealed under it opens again. */
@Entity('candidate_keys')
@Check('candidate_keys_whole', `octet_length(wrapped_key) = 60`)
@Check('candidate_keys_destroyed', `(wrapped_key IS NULL) = (destroyed_at IS NOT NULL)`)
export class CandidateKey {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_keys_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'candidate_keys_pkey' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('candidate_id', 'candidate_keys_candidate_fkey'))
  candidate?: Relation<Candidate>

  @Column('bytea', { name: 'wrapped_key', nullable: true })
  wrappedKey!: Buffer | null

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'destroyed_at', nullable: true })
  destroyedAt!: Date | null
}
