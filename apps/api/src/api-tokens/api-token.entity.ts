import { withinTenant } from '@assay/persistence'
import type { Permission } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from '../users/user.entity.ts'

/** A personal API token: some of its owner's rights, hashed, with an end. */
@Entity('api_tokens')
@Check('api_tokens_hash_length', `octet_length(token_hash) = 32`)
@Check('api_tokens_scoped', `cardinality(scopes) > 0`)
// Found by its hash before the tenant is known.
@Index('api_tokens_token_key', ['tokenHash'], { unique: true })
@Index('api_tokens_by_user', ['organizationId', 'userId', 'createdAt'])
export class ApiToken {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'api_tokens_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_tokens_pkey' })
  id!: string

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('user_id', 'api_tokens_user_fkey'))
  user?: Relation<User>

  @Column('text')
  name!: string

  @Column('text', { array: true })
  scopes!: Permission[]

  @Column('text')
  prefix!: string

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null
}
