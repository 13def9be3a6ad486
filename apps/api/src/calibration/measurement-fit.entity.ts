import type { FitCounts } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Job } from '../jobs/job.entity.ts'
import { User } from '../users/user.entity.ts'
import type { FitFigures } from './fitting/fit-figures.ts'

export type { FitFigures }

/**
 * A fit of the ratings of a job's family, with the weights of the job. Once it is finished nothing of it changes:
 * what it was computed from stands beside what came out, so that it can be computed again.
 */
@Entity('measurement_fits')
@Check('measurement_fits_status_known', `status IN ('queued', 'running', 'done', 'failed', 'refused')`)
@Check('measurement_fits_finished', `(status IN ('done', 'failed', 'refused')) = (finished_at IS NOT NULL)`)
@Check(
  'measurement_fits_done',
  `status <> 'done' OR (figures IS NOT NULL
      AND packed_input IS NOT NULL AND input_hash IS NOT NULL AND model_version IS NOT NULL)`,
)
@Check('measurement_fits_refused', `(status = 'refused') = (refusal IS NOT NULL)`)
@Check('measurement_fits_refusal_known', `refusal IN ('too_little_data', 'not_identified')`)
@Index('measurement_fits_by_job', ['organizationId', 'jobId', 'askedAt'])
@Index('measurement_fits_by_family', ['organizationId', 'family', 'takenAt'])
@Index('measurement_fits_one_queued', ['organizationId', 'jobId'], {
  unique: true,
  where: "status = 'queued'",
})
@Index('measurement_fits_at_work', ['organizationId', 'dueAt'], { where: "status IN ('queued', 'running')" })
export class MeasurementFit {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'measurement_fits_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'measurement_fits_pkey' })
  id!: string

  @Column('uuid', { name: 'job_id' })
  jobId!: string

  @ManyToOne(() => Job, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('job_id', 'measurement_fits_job_fkey'))
  job?: Relation<Job>

  /** The job's when it was asked for. */
  @Column('text')
  family!: string

  /** Whose ratings went in: whoever owes on one of them does not see it. */
  @Column('uuid', { name: 'job_ids', array: true, default: [] })
  jobIds!: string[]

  @Column('text', { default: 'queued' })
  status!: 'queued' | 'running' | 'done' | 'failed' | 'refused'

  /** Why there are no figures, for people. */
  @Column('text', { nullable: true })
  because!: string | null

  @Column('text', { nullable: true })
  refusal!: 'too_little_data' | 'not_identified' | null

  /** How often it was begun: what ends its process again and again is given up. */
  @Column('integer', { default: 0 })
  attempts!: number

  /** Null: because scorecards came in. */
  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('asked_by', 'measurement_fits_asked_by_fkey'))
  asker?: Relation<User>

  @Column('timestamptz', { name: 'asked_at', default: () => 'now()' })
  askedAt!: Date

  /** Not before: several scorecards in a row make one fit. */
  @Column('timestamptz', { name: 'due_at', default: () => 'now()' })
  dueAt!: Date

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null

  /** When its ratings were read. */
  @Column('timestamptz', { name: 'taken_at', nullable: true })
  takenAt!: Date | null

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null

  @Column('text', { name: 'model_version', nullable: true })
  modelVersion!: string | null

  @Column('text', { name: 'input_hash', nullable: true })
  inputHash!: string | null

  /** JSON, compressed: ids and levels, no word about anybody. */
  @Column('bytea', { name: 'packed_input', nullable: true })
  packedInput!: Buffer | null

  @Column('jsonb', { nullable: true })
  counts!: FitCounts | null

  @Column('jsonb', { nullable: true })
  figures!: FitFigures | null
}
