import type { Role } from '@assay/contracts'
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
  VersionColumn,
} from 'typeorm'
import { Organization } from '../organizations/organization.entity.ts'

export type UserStatus = 'invited' | 'active' | 'disabled'

/** A person with one organization role. The e-mail address is unique in the installation and kept in lower case. */
@Entity('users')
@Check('users_role_known', `role IN ('admin', 'recruiter', 'hiring_manager', 'interviewer')`)
@Check('users_status_known', `status IN ('invited', 'active', 'disabled')`)
@Check('users_active_has_password', `status <> 'active' OR password_hash IS NOT NULL`)
@Check('users_email_lower', `email = lower(email)`)
// The one index that does not lead with the tenant: an address belongs to one person in the whole installation.
@Index('users_email_key', ['email'], { unique: true })
@Index('users_by_name', ['organizationId', 'name', 'id'])
@Index('users_by_email', ['organizationId', 'email', 'id'])
@Index('users_by_role', ['organizationId', 'role', 'id'])
@Index('users_by_status', ['organizationId', 'status', 'id'])
@Index('users_by_created_at', ['organizationId', 'createdAt', 'id'])
@Index('users_by_last_signed_in_at', ['organizationId', 'lastSignedInAt', 'id'])
export class User {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'users_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'users_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  name!: string

  @Column('text')
  email!: string

  @Column('text')
  role!: Role

  @Column('text')
  status!: UserStatus

  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash!: string | null

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date

  @Column('timestamptz', { name: 'last_signed_in_at', nullable: true })
  lastSignedInAt!: Date | null

  @VersionColumn({ default: 1 })
  revision!: number
}
