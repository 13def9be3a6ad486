import { withinTenant } from '@assay/persistence'
import type {
  DocumentFormat,
  DocumentKind,
  DocumentState,
  DocumentSuggestion,
  UnreadableReason,
} from '@assay/contracts'
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
import { Candidate } from '../candidates/candidate.entity.ts'
import { Organization } from '../organizations/organization.entity.ts'
import { User } from '../users/user.entity.ts'

/** A file that somebody added to a candidate, what was read in it, and what became of it. */
@Entity('candidate_documents')
@Check('candidate_documents_kind_known', `kind IN ('resume', 'cover_letter', 'portfolio', 'other')`)
@Check('candidate_documents_format_known', `format IN ('pdf', 'docx', 'text', 'json_resume')`)
@Check('candidate_documents_state_known', `state IN ('reading', 'read', 'unreadable')`)
@Check('candidate_documents_text_when_read', `(text IS NOT NULL) = (state = 'read')`)
@Check(
  'candidate_documents_unreadable_because',
  `(unreadable_because IS NOT NULL) = (state = 'unreadable')
    AND unreadable_because IN ('encrypted', 'corrupt', 'no_text', 'too_demanding')`,
)
@Check('candidate_documents_removed', `(removed_at IS NOT NULL) = (removal_reason IS NOT NULL)`)
@Check('candidate_documents_bytes', `bytes > 0`)
@Index('candidate_documents_file_key', ['organizationId', 'candidateId', 'sha256'], {
  unique: true,
  where: 'removed_at IS NULL',
})
@Index('candidate_documents_by_candidate', ['organizationId', 'candidateId', 'addedAt', 'id'])
@Index('candidate_documents_to_read', ['organizationId', 'addedAt'], {
  where: `state = 'reading' AND removed_at IS NULL`,
})
@Index('candidate_documents_by_removed_at', ['organizationId', 'removedAt'], {
  where: 'removed_at IS NOT NULL',
})
export class CandidateDocument {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidate_documents_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'candidate_documents_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'candidate_documents_organization_fkey',
  })
  organization?: Relation<Organization>

  @Column('uuid', { name: 'candidate_id' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('candidate_id', 'candidate_documents_candidate_fkey'))
  candidate?: Relation<Candidate>

  @Column('text')
  kind!: DocumentKind

  /** As the file was called, cleaned; never a name on our disk. */
  @Column('text')
  name!: string

  @Column('text')
  format!: DocumentFormat

  @Column('integer')
  bytes!: number

  @Column('bytea')
  sha256!: Buffer

  @Column('text', { default: 'reading' })
  state!: DocumentState

  @Column('text', { name: 'unreadable_because', nullable: true })
  unreadableBecause!: UnreadableReason | null

  @Column('text', { nullable: true })
  text!: string | null

  @Column('boolean', { name: 'is_text_cut', default: false })
  isTextCut!: boolean

  @Column('integer', { nullable: true })
  pages!: number | null

  @Column('jsonb', { default: [] })
  suggestions!: DocumentSuggestion[]

  /** How often reading was begun: a document that ends the process again and again is left alone. */
  @Column('integer', { default: 0 })
  attempts!: number

  /** A process reads it until then; later another may begin anew. */
  @Column('timestamptz', { name: 'claimed_until', nullable: true })
  claimedUntil!: Date | null

  @Column('uuid', { name: 'added_by', nullable: true })
  addedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('added_by', 'candidate_documents_added_by_fkey'))
  adder?: Relation<User>

  @Column('timestamptz', { name: 'added_at', default: () => 'now()' })
  addedAt!: Date

  @Column('uuid', { name: 'removed_by', nullable: true })
  removedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('removed_by', 'candidate_documents_removed_by_fkey'))
  remover?: Relation<User>

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null

  @Column('text', { name: 'removal_reason', nullable: true })
  removalReason!: string | null

  @VersionColumn({ default: 1 })
  revision!: number
}
