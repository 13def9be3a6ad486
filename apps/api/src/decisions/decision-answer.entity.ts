import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { User } from '../users/user.entity.ts'
import { Decision } from './decision.entity.ts'

/** What one person answered to a decision. How the decision stands is worked out of these. */
@Entity('decision_answers')
@Check('decision_answers_kind_known', `kind IN ('approved', 'refused')`)
@Check('decision_answers_refused_because', `(kind = 'refused') = (sealed_reason IS NOT NULL)`)
@Check('decision_answers_completed', `kind = 'approved' OR NOT completes`)
@Index('decision_answers_complete_once', ['organizationId', 'decisionId'], {
  unique: true,
  where: 'completes',
})
export class DecisionAnswer {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'decision_answers_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'decision_id', primaryKeyConstraintName: 'decision_answers_pkey' })
  decisionId!: string

  @ManyToOne(() => Decision, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('decision_id', 'decision_answers_decision_fkey'))
  decision?: Relation<Decision>

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'decision_answers_pkey' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('user_id', 'decision_answers_user_fkey'))
  user?: Relation<User>

  @Column('text')
  kind!: 'approved' | 'refused'

  /** Why it was refused, under the candidate's key. */
  @Column('text', { name: 'sealed_reason', nullable: true })
  sealedReason!: string | null

  /** With this one nobody else has to agree, and the decision counts. */
  @Column('boolean', { default: false })
  completes!: boolean

  @Column('timestamptz', { name: 'made_at', default: () => 'now()' })
  madeAt!: Date
}
