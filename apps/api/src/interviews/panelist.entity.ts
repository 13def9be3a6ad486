import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Application } from '../applications/application.entity.ts'
import { User } from '../users/user.entity.ts'
import { Interview } from './interview.entity.ts'

/** The columns of a reference to a panelist, for TypeORM's `@JoinColumn`. */
export const panelistOf = (constraint: string) => [
  {
    name: 'organization_id',
    referencedColumnName: 'organizationId',
    foreignKeyConstraintName: constraint,
  },
  { name: 'interview_id', referencedColumnName: 'interviewId', foreignKeyConstraintName: constraint },
  { name: 'user_id', referencedColumnName: 'userId', foreignKeyConstraintName: constraint },
]

/**
 * Somebody on the panel of an interview. They owe a scorecard from the moment they are put on it until it is in, they
 * are removed, or the interview is cancelled or did not happen. Who owes is read here, and nowhere else.
 */
@Entity('panelists')
@Check('panelists_released', `owes = (released_at IS NULL)`)
@Check('panelists_removed_owe_nothing', `removed_at IS NULL OR NOT owes`)
@Index('panelists_by_user', ['organizationId', 'userId', 'interviewId'])
@Index('panelists_by_application', ['organizationId', 'applicationId'])
@Index('panelists_recallable', ['organizationId', 'recallUntil'], { where: 'recall_until IS NOT NULL' })
@Index('panelists_scorecard_released', ['organizationId', 'scorecardReleasedAt'], {
  where: 'scorecard_released_at IS NOT NULL',
})
@Index('panelists_owing', ['organizationId', 'userId', 'applicationId', 'owesSince'], { where: 'owes' })
export class Panelist {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'panelists_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'interview_id', primaryKeyConstraintName: 'panelists_pkey' })
  interviewId!: string

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'panelists_pkey' })
  userId!: string

  @ManyToOne(() => Interview, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('interview_id', 'panelists_interview_fkey'))
  interview?: Relation<Interview>

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('user_id', 'panelists_user_fkey'))
  user?: Relation<User>

  /** The interview's: all evaluation hangs on the application. */
  @Column('uuid', { name: 'application_id' })
  applicationId!: string

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'panelists_application_fkey'))
  application?: Relation<Application>

  /** Writes a scorecard that never counts in a decision. */
  @Column('boolean')
  shadow!: boolean

  @Column('boolean', { default: true })
  owes!: boolean

  /** Since when they owe anything on the application, without a break. */
  @Column('timestamptz', { name: 'owes_since', default: () => 'now()' })
  owesSince!: Date

  /** Since when they owe the scorecard of this seat: a glass that was broken before does not hold against it. */
  @Column('timestamptz', { name: 'scorecard_owed_since', default: () => 'now()' })
  scorecardOwedSince!: Date

  /** When they first opened their scorecard: from then on the interview keeps its version. */
  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null

  /** Submitted, and not yet for others: until then its author may take it back, and still owes. */
  @Column('timestamptz', { name: 'recall_until', nullable: true })
  recallUntil!: Date | null

  /** Since when others may read their scorecard. */
  @Column('timestamptz', { name: 'scorecard_released_at', nullable: true })
  scorecardReleasedAt!: Date | null

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null
}
