import type { Confidence, Recommendation } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Scorecard } from './scorecard.entity.ts'

/** A submitted state of a scorecard. Rows are added and never written again. */
@Entity('scorecard_revisions')
@Check(
  'scorecard_revisions_recommendation_known',
  `recommendation IN ('strong_no', 'no', 'yes', 'strong_yes')`,
)
@Check('scorecard_revisions_confidence_known', `confidence IN ('low', 'medium', 'high')`)
@Index('scorecard_revisions_by_submitted_at', ['organizationId', 'submittedAt'])
export class ScorecardRevision {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'scorecard_revisions_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'scorecard_id', primaryKeyConstraintName: 'scorecard_revisions_pkey' })
  scorecardId!: string

  @ManyToOne(() => Scorecard, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('scorecard_id', 'scorecard_revisions_scorecard_fkey'))
  scorecard?: Relation<Scorecard>

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'scorecard_revisions_pkey' })
  number!: number

  /** JSON under the candidate's key. */
  @Column('text', { name: 'sealed_content' })
  sealedContent!: string

  /** Why it says something else than the one before; null for the first. */
  @Column('text', { name: 'sealed_reason', nullable: true })
  sealedReason!: string | null

  @Column('text')
  recommendation!: Recommendation

  @Column('text')
  confidence!: Confidence

  @Column('boolean', { name: 'after_seeing_others' })
  afterSeeingOthers!: boolean

  /** Of the draft that was submitted: the same once more is the same submission. */
  @Column('integer', { name: 'draft_revision' })
  draftRevision!: number

  @Column('timestamptz', { name: 'submitted_at', default: () => 'now()' })
  submittedAt!: Date
}
