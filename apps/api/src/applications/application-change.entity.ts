import { withinTenant } from '@assay/persistence'
import type { ApplicationChange as Contract, ApplicationStatus } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { RejectionReason } from '../rejection-reasons/rejection-reason.entity.ts'
import { User } from '../users/user.entity.ts'
import { Application } from './application.entity.ts'

/** How an application stood after each change, from the first on. Rows are added and never written again. */
@Entity('application_changes')
@Check('application_changes_status_known', `status IN ('active', 'hired', 'rejected', 'withdrawn')`)
@Check(
  'application_changes_kind_known',
  `kind IN ('applied', 'moved', 'rejected', 'withdrawn', 'hired', 'reopened', 'undone')`,
)
@Index('application_changes_by_set', ['organizationId', 'changeSetId', 'applicationId'])
export class ApplicationChange {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'application_changes_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'application_changes_pkey' })
  applicationId!: string

  /** Of the application, after this change. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'application_changes_pkey' })
  revision!: number

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'application_changes_application_fkey'))
  application?: Relation<Application>

  @Column('text')
  kind!: Contract['kind']

  /** The stage may be gone by now: its name stays. */
  @Column('uuid', { name: 'stage_id', nullable: true })
  stageId!: string | null

  @Column('text', { name: 'stage_name' })
  stageName!: string

  @Column('text')
  status!: ApplicationStatus

  @Column('uuid', { name: 'reason_id', nullable: true })
  reasonId!: string | null

  @ManyToOne(() => RejectionReason, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('reason_id', 'application_changes_reason_fkey'))
  reason?: Relation<RejectionReason>

  /** Sealed with the candidate's key. */
  @Column('text', { name: 'sealed_note', nullable: true })
  sealedNote!: string | null

  @Column('timestamptz', { name: 'entered_stage_at' })
  enteredStageAt!: Date

  /** What one command changed together, and what can be taken back together. */
  @Column('uuid', { name: 'change_set_id' })
  changeSetId!: string

  @Column('uuid', { name: 'made_by', nullable: true })
  madeBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('made_by', 'application_changes_made_by_fkey'))
  maker?: Relation<User>

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date
}
