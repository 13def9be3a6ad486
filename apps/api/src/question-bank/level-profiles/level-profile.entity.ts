import type { JobLevel } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../../organizations/organization.entity.ts'
import { BankEntry } from '../bank-entry.entity.ts'

/** Per level: which competencies are rated, their weight and where the bar stands. */
@Entity('level_profiles')
@Check('level_profiles_built_in_whole', `(key IS NULL) = (built_in_version IS NULL)`)
@Check('level_profiles_level_known', `level IN ('junior', 'mid', 'senior', 'staff', 'principal')`)
@Index('level_profiles_key_key', ['organizationId', 'key'], { unique: true })
@Index('level_profiles_name_key', ['organizationId', 'foldedName'], {
  unique: true,
  where: 'archived_at IS NULL',
})
@Index('level_profiles_by_name', ['organizationId', 'name', 'id'])
@Index('level_profiles_by_updated_at', ['organizationId', 'updatedAt', 'id'])
export class LevelProfile extends BankEntry {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'level_profiles_pkey' })
  override organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'level_profiles_pkey' })
  override id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'level_profiles_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  name!: string

  @Column('text')
  level!: JobLevel

  @Column('text')
  description!: string
}
