import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Where an organization's chain ends: the one row that every new entry locks. */
@Entity('audit_heads')
export class AuditHead {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'audit_heads_pkey' })
  organizationId!: string

  @Column('bigint')
  sequence!: string

  @Column('timestamptz')
  at!: Date

  @Column('bytea')
  hash!: Buffer
}
