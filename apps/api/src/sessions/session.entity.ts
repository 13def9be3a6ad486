import { withinTenant } from '@assay/persistence'
import type { SessionEnd } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from '../users/user.entity.ts'

/** One signed-in browser: the family that all of its refresh tokens belong to. */
@Entity('sessions')
@Check(
  'sessions_end_known',
  `ended_because IN ('signed_out', 'revoked', 'password_changed', 'password_reset', 'disabled', 'token_reused', 'expired')`,
)
@Check('sessions_end_whole', `(ended_at IS NULL) = (ended_because IS NULL)`)
@Index('sessions_by_user', ['organizationId', 'userId', 'startedAt'])
@Index('sessions_by_expiry', ['organizationId', 'expiresAt'])
export class Session {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'sessions_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id!: string

  @Column('uuid', { name: 'user_id' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('user_id', 'sessions_user_fkey'))
  user?: Relation<User>

  @Column('text')
  device!: string

  @Column('text')
  address!: string

  @Column('timestamptz', { name: 'started_at', default: () => 'now()' })
  startedAt!: Date

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt!: Date

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null

  @Column('text', { name: 'ended_because', nullable: true })
  endedBecause!: SessionEnd | null
}
