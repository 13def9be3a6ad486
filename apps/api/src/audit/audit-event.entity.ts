import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * One entry of the chain. Only the database function `assay_append_audit_event` writes here; the application's role may
 * read. `canonical` is the exact text that the hash covers; the columns beside it are drawn from it for filters.
 */
@Entity('audit_events')
@Check('audit_events_sequence_positive', `sequence > 0`)
@Check('audit_events_hash_length', `octet_length(hash) = 32 AND octet_length(previous_hash) = 32`)
@Index('audit_events_by_action', ['organizationId', 'action', 'sequence'])
@Index('audit_events_by_actor', ['organizationId', 'actorId', 'sequence'])
@Index('audit_events_by_subject', ['organizationId', 'subjectId', 'sequence'])
@Index('audit_events_by_at', ['organizationId', 'at'])
export class AuditEvent {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'audit_events_pkey' })
  organizationId!: string

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_events_pkey' })
  sequence!: string

  @Column('timestamptz')
  at!: Date

  @Column('text')
  action!: string

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null

  @Column('text', { name: 'subject_type' })
  subjectType!: string

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null

  @Column('text')
  canonical!: string

  @Column('bytea', { name: 'previous_hash' })
  previousHash!: Buffer

  @Column('bytea')
  hash!: Buffer
}
