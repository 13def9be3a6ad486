import { withinTenant } from '@assay/persistence'
import type { ApplicationStatus } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Candidate } from '../candidates/candidate.entity.ts'
import { Job } from '../jobs/job.entity.ts'
import { JobStage } from '../jobs/job-stage.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { RejectionReason } from '../rejection-reasons/rejection-reason.entity.ts'
import { User } from '../users/user.entity.ts'

/** A candidate in one job's pipeline, as the last change left it. Read it through the view `seen_applications`. */
@Entity('applications')
@Check('applications_status_known', `status IN ('active', 'hired', 'rejected', 'withdrawn')`)
@Check('applications_active_in_stage', `status <> 'active' OR stage_id IS NOT NULL`)
@Check('applications_reason_when_over', `reason_id IS NULL OR status IN ('rejected', 'withdrawn')`)
@Check('applications_rejected_with_reason', `status <> 'rejected' OR reason_id IS NOT NULL`)
@Index('applications_once', ['organizationId', 'jobId', 'candidateId'], { unique: true })
@Index('applications_by_candidate', ['organizationId', 'candidateId', 'id'])
@Index('applications_by_stage', ['organizationId', 'jobId', 'stageId', 'status', 'lastActivityAt', 'id'])
@Index('applications_by_job', ['organizationId', 'jobId', 'lastActivityAt', 'id'])
@Index('applications_by_status', ['organizationId', 'status', 'lastActivityAt', 'id'])
@Index('applications_by_last_activity', ['organizationId', 'lastActivityAt', 'id'])
@Index('applications_by_applied_at', ['organizationId', 'appliedAt', 'id'])
@Index('applications_by_entered_stage_at', ['organizationId', 'enteredStageAt', 'id'])
export class Application {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'applications_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'applications_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'applications_organization_fkey' })
  organization?: Relation<Organization>

  @Column('uuid', { name: 'candidate_id' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('candidate_id', 'applications_candidate_fkey'))
  candidate?: Relation<Candidate>

  @Column('uuid', { name: 'job_id' })
  jobId!: string

  @ManyToOne(() => Job, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('job_id', 'applications_job_fkey'))
  job?: Relation<Job>

  /** Null when the application is over and the pipeline has this stage no longer. */
  @Column('uuid', { name: 'stage_id', nullable: true })
  stageId!: string | null

  @ManyToOne(() => JobStage, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn(withinTenant('stage_id', 'applications_stage_fkey'))
  stage?: Relation<JobStage>

  @Column('text', { default: 'active' })
  status!: ApplicationStatus

  @Column('uuid', { name: 'reason_id', nullable: true })
  reasonId!: string | null

  @ManyToOne(() => RejectionReason, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('reason_id', 'applications_reason_fkey'))
  reason?: Relation<RejectionReason>

  @Column('text', { nullable: true })
  source!: string | null

  @Column('timestamptz', { name: 'applied_at' })
  appliedAt!: Date

  @Column('timestamptz', { name: 'entered_stage_at' })
  enteredStageAt!: Date

  @Column('timestamptz', { name: 'last_activity_at' })
  lastActivityAt!: Date

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('created_by', 'applications_created_by_fkey'))
  author?: Relation<User>

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('integer', { default: 1 })
  revision!: number
}
