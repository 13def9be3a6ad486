import { withinTenant } from '@assay/persistence'
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Application } from '../applications/application.entity.ts'
import { User } from '../users/user.entity.ts'

/** Who has read what others submitted on an application, and since when: what they write afterwards says so. */
@Entity('scorecard_sights')
export class ScorecardSight {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'scorecard_sights_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'scorecard_sights_pkey' })
  applicationId!: string

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'scorecard_sights_application_fkey'))
  application?: Relation<Application>

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'scorecard_sights_pkey' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('user_id', 'scorecard_sights_user_fkey'))
  user?: Relation<User>

  @Column('timestamptz', { name: 'first_seen_at', default: () => 'now()' })
  firstSeenAt!: Date
}
