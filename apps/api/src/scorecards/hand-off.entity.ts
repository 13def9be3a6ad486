import { withinTenant } from '@assay/persistence'
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Application } from '../applications/application.entity.ts'
import { Interview } from '../interviews/interview.entity.ts'
import { User } from '../users/user.entity.ts'
import { Scorecard } from './scorecard.entity.ts'

/** What one interviewer tells the next: which questions and competencies were got to. No words, so no opinion. */
@Entity('hand_offs')
@Index('hand_offs_by_application', ['organizationId', 'applicationId', 'handedOverAt'])
export class HandOff {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'hand_offs_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'scorecard_id', primaryKeyConstraintName: 'hand_offs_pkey' })
  scorecardId!: string

  @ManyToOne(() => Scorecard, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('scorecard_id', 'hand_offs_scorecard_fkey'))
  scorecard?: Relation<Scorecard>

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('user_id', 'hand_offs_user_fkey'))
  user?: Relation<User>

  @Column('uuid', { name: 'interview_id' })
  interviewId!: string

  @ManyToOne(() => Interview, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('interview_id', 'hand_offs_interview_fkey'))
  interview?: Relation<Interview>

  @Column('uuid', { name: 'application_id' })
  applicationId!: string

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'hand_offs_application_fkey'))
  application?: Relation<Application>

  /** Questions and competencies of the kit. */
  @Column('uuid', { array: true })
  covered!: string[]

  @Column('uuid', { name: 'not_reached', array: true })
  notReached!: string[]

  @Column('timestamptz', { name: 'handed_over_at', default: () => 'now()' })
  handedOverAt!: Date
}
