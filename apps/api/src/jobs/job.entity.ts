import { withinTenant } from '@assay/persistence'
import type { FairScores, JobLevel, JobStatus, ApprovalGroup } from '@assay/contracts'
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  VersionColumn,
} from 'typeorm'
import { Organization } from '../organizations/organization.entity.ts'
import { LevelProfile } from '../question-bank/level-profiles/level-profile.entity.ts'
import { User } from '../users/user.entity.ts'

/** An opening. Its pipeline and its team are rows of their own. */
@Entity('jobs')
@Check('jobs_level_known', `level IN ('junior', 'mid', 'senior', 'staff', 'principal')`)
@Check('jobs_blind_until_known', `blind_until IN ('own_submitted', 'all_submitted')`)
@Check('jobs_fair_scores_known', `fair_scores IN ('on', 'off')`)
@Check('jobs_status_known', `status IN ('open', 'closed')`)
@Check('jobs_closed', `(closed_at IS NOT NULL) = (status = 'closed')`)
@Index('jobs_by_title', ['organizationId', 'title', 'id'])
@Index('jobs_by_department', ['organizationId', 'department', 'id'])
@Index('jobs_by_created_at', ['organizationId', 'createdAt', 'id'])
@Index('jobs_by_updated_at', ['organizationId', 'updatedAt', 'id'])
export class Job {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'jobs_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'jobs_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'jobs_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  title!: string

  @Column('text')
  department!: string

  /** What a fit pools. */
  @Column('text')
  family!: string

  @Column('text')
  level!: JobLevel

  @Column('text', { nullable: true })
  office!: string | null

  @Column('text')
  description!: string

  @Column('uuid', { name: 'level_profile_id', nullable: true })
  levelProfileId!: string | null

  @ManyToOne(() => LevelProfile, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('level_profile_id', 'jobs_level_profile_fkey'))
  levelProfile?: Relation<LevelProfile>

  @Column('text', { name: 'blind_until' })
  blindUntil!: 'own_submitted' | 'all_submitted'

  @Column('text', { name: 'fair_scores', default: 'on' })
  fairScores!: FairScores

  /** Who agrees to decisions, in order. */
  @Column('jsonb', { name: 'approval_groups', default: [] })
  approvalGroups!: ApprovalGroup[]

  @Column('text', { default: 'open' })
  status!: JobStatus

  @Column('text', { name: 'search_text' })
  searchText!: string

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('created_by', 'jobs_created_by_fkey'))
  author?: Relation<User>

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null

  @VersionColumn({ default: 1 })
  revision!: number
}
