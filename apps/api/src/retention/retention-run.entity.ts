import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../organizations/organization.entity.ts'

/** That the rules were looked at on a day: one process does it. */
@Entity('retention_runs')
export class RetentionRun {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'retention_runs_pkey' })
  organizationId!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'retention_runs_organization_fkey' })
  organization?: Relation<Organization>

  @PrimaryColumn('date', { name: 'ran_on', primaryKeyConstraintName: 'retention_runs_pkey' })
  ranOn!: string

  @Column('timestamptz', { name: 'ran_at', default: () => 'now()' })
  ranAt!: Date
}
