import type { RowOutcome } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Candidate } from '../candidates/candidate.entity.ts'
import { CandidateImport } from './candidate-import.entity.ts'
import type { Fault } from './cells.rules.ts'

/** One candidate of a file. What stood there goes after a while; what came of it stays. */
@Entity('candidate_import_rows')
@Check(
  'candidate_import_rows_expected_known',
  `expected IN ('created', 'added', 'already', 'skipped', 'error', 'forgotten')`,
)
@Check(
  'candidate_import_rows_outcome_known',
  `outcome IN ('created', 'added', 'already', 'skipped', 'error', 'forgotten')`,
)
@Check(
  'candidate_import_rows_candidate_when_made',
  `outcome NOT IN ('created', 'added') OR candidate_id IS NOT NULL`,
)
@Index('candidate_import_rows_created_key', ['organizationId', 'contentKey'], {
  unique: true,
  where: `outcome = 'created' AND content_key IS NOT NULL`,
})
@Index('candidate_import_rows_by_content', ['organizationId', 'contentKey'], {
  where: `outcome IN ('created', 'added') AND content_key IS NOT NULL`,
})
@Index('candidate_import_rows_by_candidate', ['organizationId', 'candidateId'], {
  where: 'candidate_id IS NOT NULL',
})
export class CandidateImportRow {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_import_rows_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'candidate_import_rows_pkey' })
  importId!: string

  @ManyToOne(() => CandidateImport, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('import_id', 'candidate_import_rows_import_fkey'))
  import?: Relation<CandidateImport>

  /** From 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'candidate_import_rows_pkey' })
  position!: number

  /** Of its file, where it begins. */
  @Column('integer')
  line!: number

  /** The file it came in, when there are several. */
  @Column('text', { nullable: true })
  origin!: string | null

  /** JSON: the cells of a row, or a résumé. */
  @Column('text', { nullable: true })
  content!: string | null

  /** The same for the same row in any file: nobody is imported twice. */
  @Column('bytea', { name: 'content_key', nullable: true })
  contentKey!: Buffer | null

  @Column('text', { nullable: true })
  expected!: RowOutcome | null

  @Column('text', { nullable: true })
  outcome!: RowOutcome | null

  @Column('text', { nullable: true })
  name!: string | null

  @Column('jsonb', { default: [] })
  problems!: Fault[]

  /** Who may be the same person. */
  @Column('uuid', { array: true, default: [] })
  likely!: string[]

  /** Name and addresses as they are compared: rows of one file are compared before any of them is a candidate. */
  @Column('text', { array: true, default: [] })
  likeness!: string[]

  /** Into whose pipeline it goes. */
  @Column('uuid', { name: 'job_id', nullable: true })
  jobId!: string | null

  @Column('uuid', { name: 'candidate_id', nullable: true })
  candidateId!: string | null

  @ManyToOne(() => Candidate, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('candidate_id', 'candidate_import_rows_candidate_fkey'))
  candidate?: Relation<Candidate>
}
