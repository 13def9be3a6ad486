import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Application } from '../applications/application.entity.ts'
import { Candidate } from '../candidates/candidate.entity.ts'
import { Job } from '../jobs/job.entity.ts'
import { User } from '../users/user.entity.ts'

/** Something that may not be erased: a person, an application, or whatever hangs on a job. */
@Entity('legal_holds')
@Check('legal_holds_on_one', `num_nonnulls(candidate_id, application_id, job_id) = 1`)
@Check('legal_holds_lifted', `(lifted_at IS NULL) = (lift_reason IS NULL)`)
@Index('legal_holds_by_candidate', ['organizationId', 'candidateId'], { where: 'candidate_id IS NOT NULL' })
@Index('legal_holds_by_application', ['organizationId', 'applicationId'], {
  where: 'application_id IS NOT NULL',
})
@Index('legal_holds_by_job', ['organizationId', 'jobId'], { where: 'job_id IS NOT NULL' })
@Index('legal_holds_by_placed_at', ['organizationId', 'placedAt', 'id'])
export class LegalHold {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'legal_holds_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'legal_holds_pkey' })
  id!: string

  @Column('uuid', { name: 'candidate_id', nullable: true })
  candidateId!: string | null

  @ManyToOne(() => Candidate, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('candidate_id', 'legal_holds_candidate_fkey'))
  candidate?: Relation<Candidate>

  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null

  @ManyToOne(() => Application, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'legal_holds_application_fkey'))
  application?: Relation<Application>

  @Column('uuid', { name: 'job_id', nullable: true })
  jobId!: string | null

  @ManyToOne(() => Job, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('job_id', 'legal_holds_job_fkey'))
  job?: Relation<Job>

  @Column('text')
  reason!: string

  @Column('uuid', { name: 'placed_by', nullable: true })
  placedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('placed_by', 'legal_holds_placed_by_fkey'))
  placer?: Relation<User>

  @Column('timestamptz', { name: 'placed_at', default: () => 'now()' })
  placedAt!: Date

  @Column('uuid', { name: 'lifted_by', nullable: true })
  liftedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('lifted_by', 'legal_holds_lifted_by_fkey'))
  lifter?: Relation<User>

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null

  @Column('text', { name: 'lift_reason', nullable: true })
  liftReason!: string | null
}
