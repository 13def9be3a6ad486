import { withinTenant } from '@assay/persistence'
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Application } from '../applications/application.entity.ts'
import { User } from '../users/user.entity.ts'

/**
 * An admin read scorecards of an application although they owe one, for a reason, told to the panel. It holds against
 * seats whose scorecards were owed by then: a later one is a glass of its own.
 */
@Entity('glass_breaks')
export class GlassBreak {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'glass_breaks_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'glass_breaks_pkey' })
  applicationId!: string

  @ManyToOne(() => Application, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('application_id', 'glass_breaks_application_fkey'))
  application?: Relation<Application>

  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'glass_breaks_pkey' })
  userId!: string

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('user_id', 'glass_breaks_user_fkey'))
  user?: Relation<User>

  @Column('text', { name: 'sealed_reason' })
  sealedReason!: string

  @PrimaryColumn('timestamptz', {
    name: 'broken_at',
    default: () => 'now()',
    primaryKeyConstraintName: 'glass_breaks_pkey',
  })
  brokenAt!: Date
}
