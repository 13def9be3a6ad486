import { withinTenant } from '@assay/persistence'
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
import { Application } from '../applications/application.entity.ts'
import { InterviewTemplateVersion } from '../interview-templates/interview-template-version.entity.ts'
import { JobStage } from '../jobs/job-stage.entity.ts'
import { User } from '../users/user.entity.ts'

/** A meeting on an application: with which version of which kit, when, where. */
@Entity('interviews')
@Check('interviews_status_known', `status IN ('scheduled', 'cancelled', 'did_not_happen')`)
@Check('interviews_ended_because', `ended_because IS NULL OR status <> 'scheduled'`)
@Check('interviews_last_some_time', `ends_at > starts_at AND ends_at <= starts_at + interval '12 hours'`)
@Index('interviews_by_application', ['organizationId', 'applicationId', 'startsAt'])
@Index('interviews_by_time', ['organizationId', 'startsAt', 'id'])
@Index('interviews_by_version', ['organizationId', 'versionId'])
export class Interview {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'interviews_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'interviews_pkey' })
  id!: string

  @Column('uuid', { name: 'application_id' })
  applicationId!: string

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'interviews_application_fkey'))
  application?: Relation<Application>

  /** The stage it belongs to; null when the pipeline has this stage no longer. */
  @Column('uuid', { name: 'stage_id', nullable: true })
  stageId!: string | null

  @ManyToOne(() => JobStage, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn(withinTenant('stage_id', 'interviews_stage_fkey'))
  stage?: Relation<JobStage>

  /** Fixed when it is scheduled; it changes only while nobody opened a scorecard. */
  @Column('uuid', { name: 'version_id' })
  versionId!: string

  @ManyToOne(() => InterviewTemplateVersion, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('version_id', 'interviews_version_fkey'))
  version?: Relation<InterviewTemplateVersion>

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date

  /** IANA name: where the clock on the wall is read. */
  @Column('text', { name: 'time_zone' })
  timeZone!: string

  @Column('text', { nullable: true })
  place!: string | null

  @Column('text', { nullable: true })
  link!: string | null

  @Column('text', { default: 'scheduled' })
  status!: 'scheduled' | 'cancelled' | 'did_not_happen'

  /** Never shown to a panelist who still owes. */
  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: string | null

  /** Of the calendar entry (RFC 5545): counts what attendees have to be told. */
  @Column('integer', { default: 0 })
  sequence!: number

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('created_by', 'interviews_created_by_fkey'))
  author?: Relation<User>

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date

  @VersionColumn({ default: 1 })
  revision!: number
}
