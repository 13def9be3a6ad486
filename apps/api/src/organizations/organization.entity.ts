import { Check, Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm'

/** The tenant. Its own id is the organization id of every other row. */
@Entity('organizations')
@Check('organizations_name_filled', `length(btrim(name)) > 0`)
@Check('organizations_session_history', `session_history_days BETWEEN 1 AND 730`)
export class Organization {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organizations_pkey' })
  id!: string

  @Column('text')
  name!: string

  @Column('text', { name: 'time_zone', default: 'UTC' })
  timeZone!: string

  @Column('integer', { name: 'session_history_days', default: 90 })
  sessionHistoryDays!: number

  /** A version of an interview template is published by somebody else than who sent it to review. */
  @Column('boolean', { name: 'second_person_publishes', default: false })
  secondPersonPublishes!: boolean

  @Column('boolean', { default: false })
  demo!: boolean

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @VersionColumn({ default: 1 })
  revision!: number
}
