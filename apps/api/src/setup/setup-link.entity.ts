import { Check, Column, Entity, PrimaryColumn } from 'typeorm'

/** The one-time link of a fresh installation. It belongs to no tenant: there is none yet. */
@Entity('setup_links')
@Check('setup_links_hash_length', `octet_length(token_hash) = 32`)
export class SetupLink {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'setup_links_pkey' })
  tokenHash!: Buffer

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date
}
