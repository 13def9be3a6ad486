import type { ReopeningStatus } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from '../users/user.entity.ts'
import { Scorecard } from './scorecard.entity.ts'

/** Somebody asked that a submitted scorecard is written anew; somebody else agreed, or did not. */
@Entity('scorecard_reopenings')
@Check(
  'scorecard_reopenings_status_known',
  `status IN ('asked', 'agreed', 'refused', 'withdrawn', 'expired')`,
)
@Check('scorecard_reopenings_answered', `(status = 'asked') = (answered_at IS NULL)`)
@Check(
  'scorecard_reopenings_two_persons',
  `status NOT IN ('agreed', 'refused') OR (answered_by IS NOT NULL AND answered_by <> asked_by)`,
)
@Check('scorecard_reopenings_agreed_first', `revision_number IS NULL OR status = 'agreed'`)
@Index('scorecard_reopenings_by_scorecard', ['organizationId', 'scorecardId', 'askedAt'])
@Index('scorecard_reopenings_one_open', ['organizationId', 'scorecardId'], {
  unique: true,
  where: `status = 'asked'`,
})
export class ScorecardReopening {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'scorecard_reopenings_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'scorecard_reopenings_pkey' })
  id!: string

  @Column('uuid', { name: 'scorecard_id' })
  scorecardId!: string

  @ManyToOne(() => Scorecard, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('scorecard_id', 'scorecard_reopenings_scorecard_fkey'))
  scorecard?: Relation<Scorecard>

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('asked_by', 'scorecard_reopenings_asked_by_fkey'))
  asker?: Relation<User>

  /** Under the candidate's key. */
  @Column('text', { name: 'sealed_reason' })
  sealedReason!: string

  @Column('timestamptz', { name: 'asked_at', default: () => 'now()' })
  askedAt!: Date

  @Column('text', { default: 'asked' })
  status!: ReopeningStatus

  /** Null where nobody answered: it was withdrawn or grew too old. */
  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('answered_by', 'scorecard_reopenings_answered_by_fkey'))
  answerer?: Relation<User>

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null

  /** Why it was refused, under the candidate's key. */
  @Column('text', { name: 'sealed_answer', nullable: true })
  sealedAnswer!: string | null

  /** The revision that its author wrote anew. */
  @Column('integer', { name: 'revision_number', nullable: true })
  revisionNumber!: number | null
}
