import { withinTenant } from '@assay/persistence'
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from '../users/user.entity.ts'

/** Filters and order of a list under a name. Somebody's own: nobody else reads it. */
@Entity('saved_views')
@Index('saved_views_name_key', ['organizationId', 'userId', 'resource', 'foldedName'], { unique: true })
export class SavedView {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'saved_views_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_views_pkey' })
  id!: string

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('user_id', 'saved_views_user_fkey'))
  user?: Relation<User>

  @Column('text')
  resource!: string

  @Column('text')
  name!: string

  @Column('text', { name: 'folded_name' })
  foldedName!: string

  /** What stands behind the question mark of the list's address. */
  @Column('text')
  query!: string

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date
}
