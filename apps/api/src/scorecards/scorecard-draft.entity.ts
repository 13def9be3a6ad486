import { withinTenant } from '@assay/persistence'
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, VersionColumn } from 'typeorm'
import { User } from '../users/user.entity.ts'
import { Scorecard } from './scorecard.entity.ts'

/** What its author writes, private notes too. The database shows it to nobody else. */
@Entity('scorecard_drafts')
export class ScorecardDraft {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'scorecard_drafts_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'scorecard_id', primaryKeyConstraintName: 'scorecard_drafts_pkey' })
  scorecardId!: string

  @ManyToOne(() => Scorecard, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('scorecard_id', 'scorecard_drafts_scorecard_fkey'))
  scorecard?: Relation<Scorecard>

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('user_id', 'scorecard_drafts_user_fkey'))
  user?: Relation<User>

  /** JSON under the candidate's key; null before the first save. */
  @Column('text', { name: 'sealed_draft', nullable: true })
  sealedDraft!: string | null

  @Column('timestamptz', { name: 'saved_at', nullable: true })
  savedAt!: Date | null

  @VersionColumn({ default: 1 })
  revision!: number
}
