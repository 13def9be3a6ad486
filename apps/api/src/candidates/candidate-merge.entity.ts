import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from '../users/user.entity.ts'
import { Candidate } from './candidate.entity.ts'

/** That two candidates are one person, said by somebody, and perhaps taken back. */
@Entity('candidate_merges')
@Check('candidate_merges_two', `candidate_id <> other_id`)
@Index('candidate_merges_other_key', ['organizationId', 'otherId'], {
  unique: true,
  where: 'undone_at IS NULL',
})
@Index('candidate_merges_by_candidate', ['organizationId', 'candidateId', 'mergedAt'])
export class CandidateMerge {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_merges_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'candidate_merges_pkey' })
  id!: string

  /** Who stays. */
  @Column('uuid', { name: 'candidate_id' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('candidate_id', 'candidate_merges_candidate_fkey'))
  candidate?: Relation<Candidate>

  /** Who turned out to be the same. */
  @Column('uuid', { name: 'other_id' })
  otherId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('other_id', 'candidate_merges_other_fkey'))
  other?: Relation<Candidate>

  /** Columns that were empty, and took the other's value. */
  @Column('text', { array: true })
  filled!: string[]

  @Column('uuid', { name: 'merged_by', nullable: true })
  mergedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('merged_by', 'candidate_merges_merged_by_fkey'))
  merger?: Relation<User>

  @Column('timestamptz', { name: 'merged_at', default: () => 'now()' })
  mergedAt!: Date

  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('undone_by', 'candidate_merges_undone_by_fkey'))
  undoer?: Relation<User>

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null
}
