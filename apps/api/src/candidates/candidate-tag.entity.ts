import { withinTenant } from '@assay/persistence'
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Candidate } from './candidate.entity.ts'

/** A word that people here sort candidates by. */
@Entity('candidate_tags')
@Index('candidate_tags_by_tag', ['organizationId', 'folded', 'candidateId'])
export class CandidateTag {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_tags_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'candidate_tags_pkey' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('candidate_id', 'candidate_tags_candidate_fkey'))
  candidate?: Relation<Candidate>

  @PrimaryColumn('text', { primaryKeyConstraintName: 'candidate_tags_pkey' })
  folded!: string

  @Column('text')
  tag!: string

  @Column('integer')
  position!: number

  /** Copied from a candidate that was merged into this one; taken away again when that is undone. */
  @Column('uuid', { name: 'merged_from', nullable: true })
  mergedFrom!: string | null
}
