import type { RetentionMode } from '@assay/contracts'
import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Candidate } from '../candidates/candidate.entity.ts'

/** Somebody whose data has had its time, or soon will have, as the last look at the rules found it. */
@Entity('retention_due')
@Check('retention_due_mode_known', `mode IN ('ask', 'automatic')`)
@Check('retention_due_erases', `(erases_on IS NOT NULL) = (mode = 'automatic')`)
@Index('retention_due_by_due_on', ['organizationId', 'dueOn', 'candidateId'])
export class RetentionDue {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'retention_due_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'retention_due_pkey' })
  candidateId!: string

  @ManyToOne(() => Candidate, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('candidate_id', 'retention_due_candidate_fkey'))
  candidate?: Relation<Candidate>

  @Column('date', { name: 'due_on' })
  dueOn!: string

  @Column('boolean', { name: 'is_due' })
  isDue!: boolean

  @Column('text')
  mode!: RetentionMode

  /** Never before the days of grace since it was marked are over. */
  @Column('date', { name: 'erases_on', nullable: true })
  erasesOn!: string | null

  @Column('date', { name: 'last_ended_on' })
  lastEndedOn!: string

  @Column('date', { name: 'marked_on' })
  markedOn!: string
}
