import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from './user.entity.ts'

export type LinkPurpose = 'invitation' | 'password_reset'

/** An invitation or a password reset: works once, ends by itself, only its hash is stored. */
@Entity('one_time_links')
@Check('one_time_links_purpose_known', `purpose IN ('invitation', 'password_reset')`)
@Check('one_time_links_hash_length', `octet_length(token_hash) = 32`)
// Found by its hash before the tenant is known.
@Index('one_time_links_token_key', ['tokenHash'], { unique: true })
@Index('one_time_links_by_user', ['organizationId', 'userId', 'purpose'])
export class OneTimeLink {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'one_time_links_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'one_time_links_pkey' })
  id!: string

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('user_id', 'one_time_links_user_fkey'))
  user?: Relation<User>

  @Column('text')
  purpose!: LinkPurpose

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null
}
