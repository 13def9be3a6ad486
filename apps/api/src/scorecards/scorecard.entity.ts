import type { Confidence, Recommendation, ScorecardStatus } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Application } from '../applications/application.entity.ts'
import { Panelist } from '../interviews/panelist.entity.ts'

/**
 * One panelist's record of one interview. What it says is in its draft, which only its author reads, and in its
 * revisions. Others see the row once it is released (`panelists.scorecard_released_at`), and owe nothing themselves.
 */
@Entity('scorecards')
@Check('scorecards_status_known', `status IN ('draft', 'submitted')`)
@Check('scorecards_submitted', `(status = 'submitted') = (submitted_at IS NOT NULL)`)
@Check(
  'scorecards_submitted_says',
  `(status = 'submitted') = (recommendation IS NOT NULL) AND (status = 'submitted') = (confidence IS NOT NULL)`,
)
@Check('scorecards_recommendation_known', `recommendation IN ('strong_no', 'no', 'yes', 'strong_yes')`)
@Check('scorecards_confidence_known', `confidence IN ('low', 'medium', 'high')`)
@Index('scorecards_once', ['organizationId', 'interviewId', 'userId'], { unique: true })
@Index('scorecards_by_application', ['organizationId', 'applicationId', 'id'])
export class Scorecard {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'scorecards_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scorecards_pkey' })
  id!: string

  @Column('uuid', { name: 'interview_id' })
  interviewId!: string

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => Panelist, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'scorecards_panelist_fkey',
    },
    { name: 'interview_id', referencedColumnName: 'interviewId' },
    { name: 'user_id', referencedColumnName: 'userId' },
  ])
  panelist?: Relation<Panelist>

  /** The interview's: all evaluation hangs on the application. */
  @Column('uuid', { name: 'application_id' })
  applicationId!: string

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'scorecards_application_fkey'))
  application?: Relation<Application>

  @Column('text', { default: 'draft' })
  status!: ScorecardStatus

  @Column('boolean', { name: 'after_seeing_others', default: false })
  afterSeeingOthers!: boolean

  /** When it was submitted first. */
  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null

  /** Of the last revision; 0 before the first. */
  @Column('integer', { name: 'revision_number', default: 0 })
  revisionNumber!: number

  /** Revisions up to this one were taken back before anybody else could see them. */
  @Column('integer', { name: 'recalled_through', default: 0 })
  recalledThrough!: number

  /** Of the last revision. */
  @Column('text', { nullable: true })
  recommendation!: Recommendation | null

  @Column('text', { nullable: true })
  confidence!: Confidence | null

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date
}
