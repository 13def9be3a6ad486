import { withinTenant } from '@assay/persistence'
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Notice } from '../notices/notice.entity.ts'

/** A notice that still has to leave by mail. Its text is written when it is sent: nothing personal waits here. */
@Entity('outgoing_mails')
@Index('outgoing_mails_due', ['organizationId', 'nextAttemptAt'])
export class OutgoingMail {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'outgoing_mails_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'notice_id', primaryKeyConstraintName: 'outgoing_mails_pkey' })
  noticeId!: string

  @ManyToOne(() => Notice, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('notice_id', 'outgoing_mails_notice_fkey'))
  notice?: Relation<Notice>

  @Column('integer', { default: 0 })
  attempts!: number

  /** Whoever takes it in hand moves this on first: until then no other process has it. */
  @Column('timestamptz', { name: 'next_attempt_at', default: () => 'now()' })
  nextAttemptAt!: Date
}
