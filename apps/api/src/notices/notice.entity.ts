import { withinTenant } from '@assay/persistence'
import type { NoticeKind } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Interview } from '../interviews/interview.entity.ts'
import { User } from '../users/user.entity.ts'

/** What one person is told about an interview. */
@Entity('notices')
@Check(
  'notices_kind_known',
  `kind IN ('scheduled', 'moved', 'cancelled', 'left', 'glass_broken', 'scorecard_due', 'scorecard_late',
      'scorecard_snoozed', 'reopening_asked', 'reopening_refused', 'scorecard_reopened', 'decision_waiting',
      'decision_agreed', 'decision_refused')`,
)
@Index('notices_by_user', ['organizationId', 'userId', 'madeAt', 'id'])
export class Notice {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'notices_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notices_pkey' })
  id!: string

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('user_id', 'notices_user_fkey'))
  user?: Relation<User>

  /** The colleague it is about, where it is about one. */
  @Column('uuid', { name: 'about_user_id', nullable: true })
  aboutUserId!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('about_user_id', 'notices_about_user_fkey'))
  aboutUser?: Relation<User>

  @Column('text')
  kind!: NoticeKind

  @Column('uuid', { name: 'interview_id' })
  interviewId!: string

  @ManyToOne(() => Interview, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('interview_id', 'notices_interview_fkey'))
  interview?: Relation<Interview>

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date

  @Column('text', { name: 'time_zone' })
  timeZone!: string

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null
}
