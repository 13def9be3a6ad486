import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../../organizations/organization.entity.ts'
import { BankEntry } from '../bank-entry.entity.ts'

/** An axis or area that a panel judges across questions. */
@Entity('areas')
@Check('areas_built_in_whole', `(key IS NULL) = (built_in_version IS NULL)`)
@Index('areas_key_key', ['organizationId', 'key'], { unique: true })
@Index('areas_name_key', ['organizationId', 'foldedName'], { unique: true, where: 'archived_at IS NULL' })
@Index('areas_by_name', ['organizationId', 'name', 'id'])
@Index('areas_by_position', ['organizationId', 'position', 'id'])
export class Area extends BankEntry {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'areas_pkey' })
  override organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'areas_pkey' })
  override id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'areas_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  name!: string

  @Column('text')
  definition!: string

  @Column('integer')
  position!: number
}
