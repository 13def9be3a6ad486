import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Application } from '../applications/application.entity.ts'
import { User } from '../users/user.entity.ts'

/** The panel's meeting on one application. */
@Entity('debriefs')
@Check('debriefs_closed_after_talking', 'closed_at IS NULL OR talking_since IS NOT NULL')
@Index('debriefs_of_application', ['organizationId', 'applicationId'], { unique: true })
export class Debrief {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'debriefs_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'debriefs_pkey' })
  id!: string

  @Column('uuid', { name: 'application_id' })
  applicationId!: string

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'debriefs_application_fkey'))
  application?: Relation<Application>

  /** Markdown under the candidate's key; null until somebody wrote. */
  @Column('text', { name: 'sealed_notes', nullable: true })
  sealedNotes!: string | null

  /** Counts saves of the notes. */
  @Column('integer', { default: 1 })
  revision!: number

  /** Who has voted before talking, not how: that is sealed until then. */
  @Column('uuid', { name: 'voted_before', array: true, default: '{}' })
  votedBefore!: string[]

  @Column('timestamptz', { name: 'talking_since', nullable: true })
  talkingSince!: Date | null

  @Column('uuid', { name: 'talking_begun_by', nullable: true })
  talkingBegunBy!: string | null

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('talking_begun_by', 'debriefs_talking_begun_by_fkey'))
  leader?: Relation<User>

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null

  @Column('timestamptz', { name: 'opened_at', default: () => 'now()' })
  openedAt!: Date
}
