import type { RetentionMode, RetentionOutcome } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Job } from '../jobs/job.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { User } from '../users/user.entity.ts'

/** One version of a rule: how long applications are kept that ended in this way, from a day on. Never written again. */
@Entity('retention_rules')
@Check('retention_rules_outcome_known', `outcome IN ('rejected', 'withdrawn', 'hired', 'no_application')`)
@Check('retention_rules_mode_known', `mode IN ('ask', 'automatic')`)
@Check('retention_rules_months', `months BETWEEN 1 AND 240`)
@Check('retention_rules_one_place', `job_id IS NULL OR office IS NULL`)
@Index('retention_rules_by_valid_from', ['organizationId', 'validFrom', 'id'])
export class RetentionRule {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'retention_rules_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'retention_rules_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'retention_rules_organization_fkey' })
  organization?: Relation<Organization>

  @Column('uuid', { name: 'job_id', nullable: true })
  jobId!: string | null

  @ManyToOne(() => Job, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('job_id', 'retention_rules_job_fkey'))
  job?: Relation<Job>

  /** As the jobs spell it. */
  @Column('text', { nullable: true })
  office!: string | null

  @Column('text')
  outcome!: RetentionOutcome

  /** Null: no rule of its own from this day on. */
  @Column('integer', { nullable: true })
  months!: number | null

  @Column('text', { default: 'ask' })
  mode!: RetentionMode

  @Column('text', { nullable: true })
  basis!: string | null

  @Column('date', { name: 'valid_from' })
  validFrom!: string

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('created_by', 'retention_rules_created_by_fkey'))
  author?: Relation<User>

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date
}
