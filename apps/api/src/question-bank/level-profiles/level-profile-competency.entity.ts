import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Competency } from '../competencies/competency.entity.ts'
import { LevelProfile } from './level-profile.entity.ts'

/** A competency rated at a level: its weight and where the bar stands. */
@Entity('level_profile_competencies')
@Check('level_profile_competencies_weight_positive', `weight > 0`)
@Check('level_profile_competencies_bar_range', `bar BETWEEN 1 AND 5`)
@Index('level_profile_competencies_by_competency', ['organizationId', 'competencyId', 'levelProfileId'])
export class LevelProfileCompetency {
  @PrimaryColumn('uuid', {
    name: 'organization_id',
    primaryKeyConstraintName: 'level_profile_competencies_pkey',
  })
  organizationId!: string

  @PrimaryColumn('uuid', {
    name: 'level_profile_id',
    primaryKeyConstraintName: 'level_profile_competencies_pkey',
  })
  levelProfileId!: string

  @PrimaryColumn('uuid', {
    name: 'competency_id',
    primaryKeyConstraintName: 'level_profile_competencies_pkey',
  })
  competencyId!: string

  @ManyToOne(() => LevelProfile, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('level_profile_id', 'level_profile_competencies_level_profile_fkey'))
  levelProfile?: Relation<LevelProfile>

  @ManyToOne(() => Competency, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('competency_id', 'level_profile_competencies_competency_fkey'))
  competency?: Relation<Competency>

  @Column('double precision')
  weight!: number

  @Column('text', { nullable: true })
  reason!: string | null

  @Column('integer')
  bar!: number

  @Column('integer')
  position!: number
}
