import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Panelist, panelistOf } from '../interviews/panelist.entity.ts'

/** Somebody was reminded of a scorecard that they owe. Its key lets one process do so, once for each slot. */
@Entity('reminders')
export class Reminder {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'reminders_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'interview_id', primaryKeyConstraintName: 'reminders_pkey' })
  interviewId!: string

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'reminders_pkey' })
  userId!: string

  @ManyToOne(() => Panelist, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(panelistOf('reminders_panelist_fkey'))
  panelist?: Relation<Panelist>

  /** When it was due. */
  @PrimaryColumn('timestamptz', { primaryKeyConstraintName: 'reminders_pkey' })
  slot!: Date

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date
}
