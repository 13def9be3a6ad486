import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** The stored answer to a command, written in the command's own transaction and replayed for 24 hours. */
@Entity('idempotency_keys')
@Check('idempotency_keys_hash_length', `octet_length(request_hash) = 32`)
@Index('idempotency_keys_by_age', ['organizationId', 'createdAt'])
export class IdempotencyKey {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  userId!: string

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  route!: string

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_keys_pkey' })
  key!: string

  @Column('bytea', { name: 'request_hash' })
  requestHash!: Buffer

  @Column('integer')
  status!: number

  @Column('text', { nullable: true })
  body!: string | null

  @Column('text', { nullable: true })
  etag!: string | null

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date
}
