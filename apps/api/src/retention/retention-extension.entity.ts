import { withinTenant } from '@assay/persistence'
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Candidate } from '../candidates/candidate.entity.ts'
import { User } from '../users/user.entity.ts'

/** Somebody's data is kept longer than the rules say, until a day, for a reason. */
@Entity('retention_extensions')
@Index('retention_extensions_by_candidate', ['organizationId', 'candidateId', 'until'])
export class RetentionExtension {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'retention_extensions_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retention_extensions_pkey' })
  id!: string

  @Column('uuid', { name: 'candidate_id' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('candidate_id', 'retention_extensions_candidate_fkey'))
  candidate?: Relation<Candidate>

  @Column('date')
  until!: string

  @Column('text')
  reason!: string

  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('made_by', 'retention_extensions_made_by_fkey'))
  maker?: Relation<User>

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date
}
