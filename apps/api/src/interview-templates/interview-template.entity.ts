import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../organizations/organization.entity.ts'
import { BankEntry } from '../question-bank/bank-entry.entity.ts'
import { User } from '../users/user.entity.ts'

/** A named kit; what it says lives in its versions. */
@Entity('interview_templates')
@Check('interview_templates_built_in_whole', `(key IS NULL) = (built_in_version IS NULL)`)
@Index('interview_templates_key_key', ['organizationId', 'key'], { unique: true })
@Index('interview_templates_name_key', ['organizationId', 'foldedName'], {
  unique: true,
  where: 'archived_at IS NULL',
})
@Index('interview_templates_by_name', ['organizationId', 'name', 'id'])
@Index('interview_templates_by_updated_at', ['organizationId', 'updatedAt', 'id'])
export class InterviewTemplate extends BankEntry {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'interview_templates_pkey' })
  override organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'interview_templates_pkey' })
  override id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'interview_templates_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  name!: string

  @Column('text')
  purpose!: string

  /** Null: it came with Assay. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('created_by', 'interview_templates_created_by_fkey'))
  author?: Relation<User>
}
