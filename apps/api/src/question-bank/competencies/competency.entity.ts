import type { Anchor } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../../organizations/organization.entity.ts'
import { BankEntry } from '../bank-entry.entity.ts'

/** What is rated, with anchors per level. */
@Entity('competencies')
@Check('competencies_built_in_whole', `(key IS NULL) = (built_in_version IS NULL)`)
@Check('competencies_strong_behaviours_list', `jsonb_typeof(strong_behaviours) = 'array'`)
@Check('competencies_weak_behaviours_list', `jsonb_typeof(weak_behaviours) = 'array'`)
@Check('competencies_anchors_list', `jsonb_typeof(anchors) = 'array'`)
@Check('competencies_areas_list', `jsonb_typeof(areas) = 'array'`)
@Index('competencies_key_key', ['organizationId', 'key'], { unique: true })
@Index('competencies_name_key', ['organizationId', 'foldedName'], {
  unique: true,
  where: 'archived_at IS NULL',
})
@Index('competencies_by_name', ['organizationId', 'name', 'id'])
@Index('competencies_by_updated_at', ['organizationId', 'updatedAt', 'id'])
export class Competency extends BankEntry {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'competencies_pkey' })
  override organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'competencies_pkey' })
  override id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'competencies_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  name!: string

  @Column('text')
  definition!: string

  @Column('text', { name: 'for_candidates' })
  forCandidates!: string

  @Column('jsonb', { name: 'strong_behaviours' })
  strongBehaviours!: string[]

  @Column('jsonb', { name: 'weak_behaviours' })
  weakBehaviours!: string[]

  @Column('jsonb')
  anchors!: Anchor[]

  @Column('jsonb')
  areas!: string[]
}
