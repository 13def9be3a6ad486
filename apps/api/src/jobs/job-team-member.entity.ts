import { withinTenant } from '@assay/persistence'
import type { TeamRole } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from '../users/user.entity.ts'
import { Job } from './job.entity.ts'

/** Who works on a job. */
@Entity('job_team_members')
@Check('job_team_members_role_known', `role IN ('hiring_manager', 'recruiter', 'interviewer')`)
@Index('job_team_members_by_user', ['organizationId', 'userId', 'jobId'])
export class JobTeamMember {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'job_team_members_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'job_id', primaryKeyConstraintName: 'job_team_members_pkey' })
  jobId!: string

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'job_team_members_pkey' })
  userId!: string

  @ManyToOne(() => Job, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('job_id', 'job_team_members_job_fkey'))
  job?: Relation<Job>

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('user_id', 'job_team_members_user_fkey'))
  user?: Relation<User>

  @Column('text')
  role!: TeamRole
}
