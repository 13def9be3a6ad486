import { withinTenant } from '@assay/persistence'
import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Competency } from '../question-bank/competencies/competency.entity.ts'
import { InterviewTemplateVersion } from './interview-template-version.entity.ts'

/** Which competencies a version rates. */
@Entity('version_competencies')
@Index('version_competencies_by_competency', ['organizationId', 'competencyId', 'versionId'])
export class VersionCompetency {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'version_competencies_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'version_competencies_pkey' })
  versionId!: string

  @PrimaryColumn('uuid', { name: 'competency_id', primaryKeyConstraintName: 'version_competencies_pkey' })
  competencyId!: string

  @ManyToOne(() => InterviewTemplateVersion, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('version_id', 'version_competencies_version_fkey'))
  version?: Relation<InterviewTemplateVersion>

  @ManyToOne(() => Competency, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('competency_id', 'version_competencies_competency_fkey'))
  competency?: Relation<Competency>
}
