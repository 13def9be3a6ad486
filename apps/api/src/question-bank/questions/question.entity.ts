import type { Anchor, JobLevel } from '@assay/contracts'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Organization } from '../../organizations/organization.entity.ts'
import { BankEntry } from '../bank-entry.entity.ts'

/** What is asked, what a good answer reaches, and what it informs. */
@Entity('questions')
@Check('questions_built_in_whole', `(key IS NULL) = (built_in_version IS NULL)`)
@Check('questions_expected_points_list', `jsonb_typeof(expected_points) = 'array'`)
@Check('questions_senior_extras_list', `jsonb_typeof(senior_extras) = 'array'`)
@Check('questions_red_flags_list', `jsonb_typeof(red_flags) = 'array'`)
@Check('questions_follow_ups_list', `jsonb_typeof(follow_ups) = 'array'`)
@Check('questions_anchors_list', `jsonb_typeof(anchors) = 'array'`)
@Check('questions_levels_list', `jsonb_typeof(levels) = 'array'`)
@Check('questions_areas_list', `jsonb_typeof(areas) = 'array'`)
@Check('questions_tags_list', `jsonb_typeof(tags) = 'array'`)
@Check('questions_minutes_range', `minutes BETWEEN 1 AND 240`)
@Index('questions_key_key', ['organizationId', 'key'], { unique: true })
@Index('questions_name_key', ['organizationId', 'foldedName'], { unique: true, where: 'archived_at IS NULL' })
@Index('questions_by_title', ['organizationId', 'title', 'id'])
@Index('questions_by_updated_at', ['organizationId', 'updatedAt', 'id'])
export class Question extends BankEntry {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'questions_pkey' })
  override organizationId!: string

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'questions_pkey' })
  override id!: string

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'organization_id', foreignKeyConstraintName: 'questions_organization_fkey' })
  organization?: Relation<Organization>

  @Column('text')
  title!: string

  @Column('text')
  prompt!: string

  @Column('text')
  intent!: string

  @Column('jsonb', { name: 'expected_points' })
  expectedPoints!: string[]

  @Column('jsonb', { name: 'senior_extras' })
  seniorExtras!: string[]

  @Column('jsonb', { name: 'red_flags' })
  redFlags!: string[]

  @Column('jsonb', { name: 'follow_ups' })
  followUps!: string[]

  @Column('jsonb')
  anchors!: Anchor[]

  @Column('integer')
  minutes!: number

  @Column('jsonb')
  levels!: JobLevel[]

  @Column('jsonb')
  areas!: string[]

  @Column('jsonb')
  tags!: string[]
}
