import type { ImportCounts, ImportFormat, ImportMapping, ImportOptions, ImportState } from '@assay/contracts'
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
import { Organization } from '../organizations/organization.entity.ts'
import { User } from '../users/user.entity.ts'

/** A file of candidates on its way in. Its rows are in `candidate_import_rows`; the file itself is not kept. */
@Entity('candidate_imports')
@Check('candidate_imports_format_known', `format IN ('csv', 'json_resume')`)
@Check(
  'candidate_imports_state_known',
  `state IN ('mapping', 'checking', 'checked', 'running', 'done', 'stopped')`,
)
@Check('candidate_imports_worked_by', `state NOT IN ('checking', 'running') OR started_by IS NOT NULL`)
@Index('candidate_imports_by_created_at', ['organizationId', 'createdAt', 'id'])
@Index('candidate_imports_at_work', ['organizationId', 'touchedAt'], {
  where: `state IN ('checking', 'running')`,
})
export class CandidateImport {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_imports_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'candidate_imports_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'candidate_imports_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  format!: ImportFormat

  /** As the file was called, cleaned. */
  @Column('text', { name: 'file_name' })
  fileName!: string

  @Column('integer')
  bytes!: number

  @Column('bytea')
  sha256!: Buffer

  @Column('text')
  encoding!: string

  @Column('text', { nullable: true })
  delimiter!: string | null

  /** Names of its header. */
  @Column('jsonb', { default: [] })
  columns!: string[]

  @Column('jsonb', { default: [] })
  mapping!: ImportMapping

  @Column('jsonb')
  options!: ImportOptions

  @Column('text', { default: 'mapping' })
  state!: ImportState

  @Column('text', { name: 'stopped_because', nullable: true })
  stoppedBecause!: string | null

  @Column('integer')
  rows!: number

  /** How many rows have which outcome, by the dry run and by the run: kept with each batch, so that a poll reads one row. */
  @Column('jsonb', { default: {} })
  expected!: Partial<ImportCounts>

  @Column('jsonb', { default: {} })
  outcomes!: Partial<ImportCounts>

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('created_by', 'candidate_imports_created_by_fkey'))
  author?: Relation<User>

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  /** Whose rights the dry run and the run have. */
  @Column('uuid', { name: 'started_by', nullable: true })
  startedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('started_by', 'candidate_imports_started_by_fkey'))
  starter?: Relation<User>

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null

  /** When somebody, or a batch, last did something with it. */
  @Column('timestamptz', { name: 'touched_at', default: () => 'now()' })
  touchedAt!: Date

  /** What stood in its rows is gone. */
  @Column('timestamptz', { name: 'cleared_at', nullable: true })
  clearedAt!: Date | null

  @VersionColumn({ default: 1 })
  revision!: number
}
