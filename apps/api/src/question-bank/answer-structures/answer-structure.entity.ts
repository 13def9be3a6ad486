import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../../organizations/organization.entity.ts'
import { BankEntry } from '../bank-entry.entity.ts'

/** An ordered checklist ticked while listening. */
@Entity('answer_structures')
@Check('answer_structures_built_in_whole', `(key IS NULL) = (built_in_version IS NULL)`)
@Check('answer_structures_steps_list', `jsonb_typeof(steps) = 'array'`)
@Index('answer_structures_key_key', ['organizationId', 'key'], { unique: true })
@Index('answer_structures_name_key', ['organizationId', 'foldedName'], {
  unique: true,
  where: 'archived_at IS NULL',
})
@Index('answer_structures_by_name', ['organizationId', 'name', 'id'])
@Index('answer_structures_by_updated_at', ['organizationId', 'updatedAt', 'id'])
export class AnswerStructure extends BankEntry {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'answer_structures_pkey' })
  override organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'answer_structures_pkey' })
  override id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'answer_structures_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  name!: string

  @Column('text')
  purpose!: string

  @Column('jsonb')
  steps!: { key: string; text: string }[]
}
