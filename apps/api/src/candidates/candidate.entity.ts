import { withinTenant } from '@assay/persistence'
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

/** Lists show who is not merged into somebody else, and not erased. */
const LISTED = 'merged_into IS NULL AND erased_at IS NULL'

/**
 * A person. One candidate, many applications. Names and contacts are plaintext, so that they can be searched; erasing
 * redacts them. Texts about the person that live longer than the row are sealed under the candidate's key.
 */
@Entity('candidates')
@Check('candidates_source_folded', `(source IS NULL) = (folded_source IS NULL)`)
@Check('candidates_merged_elsewhere', `merged_into <> id`)
@Index('candidates_by_name', ['organizationId', 'sortName', 'id'], { where: LISTED })
@Index('candidates_by_created_at', ['organizationId', 'createdAt', 'id'], { where: LISTED })
@Index('candidates_by_updated_at', ['organizationId', 'updatedAt', 'id'], { where: LISTED })
@Index('candidates_by_source', ['organizationId', 'foldedSource', 'id'], { where: LISTED })
@Index('candidates_by_merged_into', ['organizationId', 'mergedInto'], { where: 'merged_into IS NOT NULL' })
export class Candidate {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'candidates_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'candidates_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'candidates_organization_fkey' })
  organization?: Relation<Organization>

  /** As the person writes it. */
  @Column('text')
  name!: string

  /** The name folded: sorted by, compared with. */
  @Column('text', { name: 'sort_name' })
  sortName!: string

  @Column('text', { name: 'preferred_name', nullable: true })
  preferredName!: string | null

  @Column('text', { nullable: true })
  headline!: string | null

  @Column('text', { nullable: true })
  company!: string | null

  @Column('text', { nullable: true })
  location!: string | null

  @Column('text', { nullable: true })
  source!: string | null

  @Column('text', { name: 'folded_source', nullable: true })
  foldedSource!: string | null

  /** Who this turned out to be. Its own rows stay as they were, so that it can be taken back. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null

  @ManyToOne(() => Candidate, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('merged_into', 'candidates_merged_into_fkey'))
  survivor?: Relation<Candidate>

  /** Since when nothing is known of this person any more. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('created_by', 'candidates_created_by_fkey'))
  author?: Relation<User>

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date

  @VersionColumn({ default: 1 })
  revision!: number
}
