import { withinTenant } from '@assay/persistence'
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Candidate } from './candidate.entity.ts'

/** What a candidate is found by: folded words, parted by one space each. */
@Entity('candidate_search')
@Index('candidate_search_by_stands_for', ['organizationId', 'standsFor'])
@Index('candidate_search_by_names', { synchronize: false })
@Index('candidate_search_by_resume', { synchronize: false })
@Index('candidate_search_by_full_name', { synchronize: false })
export class CandidateSearch {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_search_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'candidate_search_pkey' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('candidate_id', 'candidate_search_candidate_fkey'))
  candidate?: Relation<Candidate>

  /** Who is shown for it: itself, or the candidate it was merged into. */
  @Column('uuid', { name: 'stands_for' })
  standsFor!: string

  /** The whole name, for names that are nearly the same. */
  @Column('text', { name: 'full_name' })
  fullName!: string

  /** Words of the names and of the e-mail addresses. */
  @Column('text')
  names!: string

  /** Words of the résumés, each once. */
  @Column('text', { default: '' })
  resume!: string
}
