import { withinTenant } from '@assay/persistence'
import type { VersionContent, VersionDraft, VersionStatus } from '@assay/contracts'
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
import { InterviewTemplate } from './interview-template.entity.ts'

/** What a template says: written as a draft, frozen for review, and never changed once it is published. */
@Entity('interview_template_versions')
@Check('interview_template_versions_number_counts', `number > 0`)
@Check('interview_template_versions_status_known', `status IN ('draft', 'in_review', 'published', 'retired')`)
@Check('interview_template_versions_frozen', `(content IS NULL) = (status = 'draft')`)
@Check('interview_template_versions_submitted', `status <> 'in_review' OR submitted_at IS NOT NULL`)
@Check(
  'interview_template_versions_published',
  `(published_at IS NOT NULL) = (status IN ('published', 'retired'))`,
)
@Check('interview_template_versions_retired', `(retired_at IS NOT NULL) = (status = 'retired')`)
@Index('interview_template_versions_number_key', ['organizationId', 'templateId', 'number'], { unique: true })
@Index('interview_template_versions_one_published', ['organizationId', 'templateId'], {
  unique: true,
  where: "status = 'published'",
})
export class InterviewTemplateVersion {
  @PrimaryColumn('uuid', {
    name: 'organization_id',
    primaryKeyConstraintName: 'interview_template_versions_pkey',
  })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'interview_template_versions_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({
    name: 'organization_id',
    foreignKeyConstraintName: 'interview_template_versions_organization_fkey',
  })
  organization?: Relation<Organization>

  @Column('uuid', { name: 'template_id' })
  templateId!: string

  @ManyToOne(() => InterviewTemplate, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('template_id', 'interview_template_versions_template_fkey'))
  template?: Relation<InterviewTemplate>

  @Column('integer')
  number!: number

  @Column('text', { default: 'draft' })
  status!: VersionStatus

  @Column('jsonb')
  draft!: VersionDraft

  @Column('jsonb', { nullable: true })
  content!: VersionContent | null

  @Column('text', { default: '' })
  note!: string

  @Column('text', { name: 'return_note', default: '' })
  returnNote!: string

  @Column('uuid', { name: 'based_on_id', nullable: true })
  basedOnId!: string | null

  @ManyToOne(() => InterviewTemplateVersion, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('based_on_id', 'interview_template_versions_based_on_fkey'))
  basedOn?: Relation<InterviewTemplateVersion>

  /** Edition of the built-in kits that brought it. */
  @Column('text', { name: 'built_in_version', nullable: true })
  builtInVersion!: string | null

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('created_by', 'interview_template_versions_created_by_fkey'))
  author?: Relation<User>

  /** Who wrote on it last. */
  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('written_by', 'interview_template_versions_written_by_fkey'))
  writer?: Relation<User>

  @Column('uuid', { name: 'submitted_by', nullable: true })
  submittedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('submitted_by', 'interview_template_versions_submitted_by_fkey'))
  submitter?: Relation<User>

  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('published_by', 'interview_template_versions_published_by_fkey'))
  publisher?: Relation<User>

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date

  @VersionColumn({ default: 1 })
  revision!: number
}
