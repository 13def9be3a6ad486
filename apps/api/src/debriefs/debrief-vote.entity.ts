import type { Recommendation, VotePhase } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from '../users/user.entity.ts'
import { Debrief } from './debrief.entity.ts'

/** How somebody voted. A vote that is changed is a further row: the last of a phase counts, and all of them stay. */
@Entity('debrief_votes')
@Check('debrief_votes_phase_known', `phase IN ('before', 'after')`)
@Check('debrief_votes_value_known', `value IN ('strong_no', 'no', 'yes', 'strong_yes')`)
@Index('debrief_votes_by_debrief', ['organizationId', 'debriefId', 'phase', 'userId', 'castAt'])
export class DebriefVote {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'debrief_votes_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'debrief_votes_pkey' })
  id!: string

  @Column('uuid', { name: 'debrief_id' })
  debriefId!: string

  @ManyToOne(() => Debrief, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('debrief_id', 'debrief_votes_debrief_fkey'))
  debrief?: Relation<Debrief>

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('user_id', 'debrief_votes_user_fkey'))
  user?: Relation<User>

  @Column('text')
  phase!: VotePhase

  @Column('text')
  value!: Recommendation

  @Column('timestamptz', { name: 'cast_at', default: () => 'now()' })
  castAt!: Date
}
