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

/** What an organization wants to know of candidates besides what everybody does. Its kind never changes. */
@Entity('custom_fields')
@Check(
  'custom_fields_kind_known',
  `kind IN ('text', 'number', 'date', 'yes_no', 'one_of', 'several_of', 'link')`,
)
@Check(
  'custom_fields_choices_where_chosen',
  `(jsonb_array_length(choices) > 0) = (kind IN ('one_of', 'several_of'))`,
)
@Index('custom_fields_name_key', ['organizationId', 'foldedName'], {
  unique: true,
  where: 'archived_at IS NULL',
})
@Index('custom_fields_by_position', ['organizationId', 'position', 'id'])
export class CustomField {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'custom_fields_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'custom_fields_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'custom_fields_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  name!: string

  @Column('text', { name: 'folded_name' })
  foldedName!: string

  @Column('text')
  kind!: string

  @Column('jsonb', { default: [] })
  choices!: { id: string; name: string }[]

  @Column('integer')
  position!: number

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date

  @VersionColumn({ default: 1 })
  revision!: number
}
