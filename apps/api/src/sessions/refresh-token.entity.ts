import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Session } from './session.entity.ts'

/** One refresh token, by its hash. Used ones are kept while the session lives: using one again betrays a theft. */
@Entity('refresh_tokens')
@Check('refresh_tokens_hash_length', `octet_length(token_hash) = 32`)
// Found by its hash before the tenant is known.
@Index('refresh_tokens_token_key', ['tokenHash'], { unique: true })
@Index('refresh_tokens_by_session', ['organizationId', 'sessionId'])
export class RefreshToken {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'refresh_tokens_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'refresh_tokens_pkey' })
  id!: string

  @Column('uuid', { name: 'session_id' })
  sessionId!: string

  @ManyToOne(() => Session, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('session_id', 'refresh_tokens_session_fkey'))
  session?: Relation<Session>

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null
}
