import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Panelist, panelistOf } from '../interviews/panelist.entity.ts'

/** A panelist asked for time, the last time they did. */
@Entity('snoozes')
export class Snooze {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'snoozes_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'interview_id', primaryKeyConstraintName: 'snoozes_pkey' })
  interviewId!: string

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'snoozes_pkey' })
  userId!: string

  @ManyToOne(() => Panelist, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(panelistOf('snoozes_panelist_fkey'))
  panelist?: Relation<Panelist>

  @Column('timestamptz')
  until!: Date

  /** Told to the recruiters of the job, in the product only. */
  @Column('text')
  because!: string

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date
}
