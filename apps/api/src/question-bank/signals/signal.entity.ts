import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../../organizations/organization.entity.ts'
import { BankEntry } from '../bank-entry.entity.ts'

/** A general sign, good or bad, ticked on any scorecard that shows it. */
@Entity('signals')
@Check('signals_built_in_whole', `(key IS NULL) = (built_in_version IS NULL)`)
@Check('signals_kind_known', `kind IN ('strong', 'red_flag')`)
@Index('signals_key_key', ['organizationId', 'key'], { unique: true })
@Index('signals_name_key', ['organizationId', 'foldedName'], { unique: true, where: 'archived_at IS NULL' })
@Index('signals_by_text', ['organizationId', 'text', 'id'])
@Index('signals_by_updated_at', ['organizationId', 'updatedAt', 'id'])
export class Signal extends BankEntry {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'signals_pkey' })
  override organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'signals_pkey' })
  override id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'signals_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  kind!: 'strong' | 'red_flag'

  @Column('text')
  text!: string
}
