import type { RejectionReason as Contract } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../organizations/organization.entity.ts'

/** Why an application ended: turned down by us, or withdrawn by the candidate. */
@Entity('rejection_reasons')
@Check('rejection_reasons_kind_known', `kind IN ('ours', 'theirs')`)
@Index('rejection_reasons_name_key', ['organizationId', 'foldedName'], {
  unique: true,
  where: 'archived_at IS NULL',
})
export class RejectionReason {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'rejection_reasons_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rejection_reasons_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'rejection_reasons_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  name!: string

  @Column('text', { name: 'folded_name' })
  foldedName!: string

  @Column('text')
  kind!: Contract['kind']

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date
}
