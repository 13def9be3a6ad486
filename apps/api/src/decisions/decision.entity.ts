import type { DecisionOutcome } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Application } from '../applications/application.entity.ts'
import { RejectionReason } from '../rejection-reasons/rejection-reason.entity.ts'
import { User } from '../users/user.entity.ts'

/** What a person decided about an application, and what they had seen. Never written again. */
@Entity('decisions')
@Check('decisions_outcome_known', `outcome IN ('hire', 'no_hire', 'continue')`)
@Check('decisions_reason_given', `(outcome = 'no_hire') = (reason_id IS NOT NULL)`)
@Index('decisions_by_application', ['organizationId', 'applicationId', 'madeAt'])
@Index('decisions_by_made_at', ['organizationId', 'madeAt', 'id'])
@Index('decisions_by_replaced', ['organizationId', 'replacesId'])
export class Decision {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'decisions_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'decisions_pkey' })
  id!: string

  @Column('uuid', { name: 'application_id' })
  applicationId!: string

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'decisions_application_fkey'))
  application?: Relation<Application>

  @Column('text')
  outcome!: DecisionOutcome

  /** Rationale, dissent, and why it replaces another one, as JSON under the candidate's key. */
  @Column('text', { name: 'sealed_words' })
  sealedWords!: string

  @Column('uuid', { name: 'reason_id', nullable: true })
  reasonId!: string | null

  @ManyToOne(() => RejectionReason, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('reason_id', 'decisions_reason_fkey'))
  reason?: Relation<RejectionReason>

  @Column('uuid', { name: 'replaces_id', nullable: true })
  replacesId!: string | null

  @ManyToOne(() => Decision, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('replaces_id', 'decisions_replaces_fkey'))
  replaces?: Relation<Decision>

  /** Canonical JSON: the exact text that the hash covers. */
  @Column('text')
  snapshot!: string

  @Column('text', { name: 'snapshot_hash' })
  snapshotHash!: string

  @Column('uuid', { name: 'made_by' })
  madeBy!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('made_by', 'decisions_made_by_fkey'))
  maker?: Relation<User>

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date

  /** Where nobody else had to agree: at once. Otherwise the answer that completes it says when. */
  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null
}
