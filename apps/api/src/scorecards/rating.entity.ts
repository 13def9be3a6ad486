import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Competency } from '../question-bank/competencies/competency.entity.ts'
import { ScorecardRevision } from './scorecard-revision.entity.ts'

/** One competency's rating in one revision of a scorecard. Never written again. */
@Entity('ratings')
@Check('ratings_level_known', `level BETWEEN 1 AND 5`)
@Index('ratings_by_competency', ['organizationId', 'competencyId'])
export class Rating {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'ratings_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'scorecard_id', primaryKeyConstraintName: 'ratings_pkey' })
  scorecardId!: string

  @PrimaryColumn('integer', { name: 'revision_number', primaryKeyConstraintName: 'ratings_pkey' })
  revisionNumber!: number

  @ManyToOne(() => ScorecardRevision, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn([
    {
      name: 'organization_id',
      referencedColumnName: 'organizationId',
      foreignKeyConstraintName: 'ratings_revision_fkey',
    },
    { name: 'scorecard_id', referencedColumnName: 'scorecardId' },
    { name: 'revision_number', referencedColumnName: 'number' },
  ])
  revision?: Relation<ScorecardRevision>

  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'ratings_pkey' })
  competencyId!: string

  @ManyToOne(() => Competency, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('competency_id', 'ratings_competency_fkey'))
  competency?: Relation<Competency>

  /** Null where it was not assessed, which is a value of its own. */
  @Column('smallint', { nullable: true })
  level!: number | null
}
