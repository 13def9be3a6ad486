import { withinTenant } from '@assay/persistence'
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Job } from './job.entity.ts'

/** One step of a job's pipeline. */
@Entity('job_stages')
@Index('job_stages_by_job', ['organizationId', 'jobId', 'position'])
export class JobStage {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'job_stages_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'job_stages_pkey' })
  id!: string

  @Column('uuid', { name: 'job_id' })
  jobId!: string

  @ManyToOne(() => Job, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('job_id', 'job_stages_job_fkey'))
  job?: Relation<Job>

  @Column('text')
  name!: string

  /** Nobody is advanced from here before the scorecards of its interviews are in. */
  @Column('boolean', { name: 'requires_scorecards' })
  requiresScorecards!: boolean

  @Column('integer')
  position!: number
}
