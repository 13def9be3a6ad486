import { withinTenant } from '@assay/persistence'
import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { AnswerStructure } from '../question-bank/answer-structures/answer-structure.entity.ts'
import { InterviewTemplateVersion } from './interview-template-version.entity.ts'

/** Which answer structures stand beside a version. */
@Entity('version_structures')
@Index('version_structures_by_structure', ['organizationId', 'structureId', 'versionId'])
export class VersionStructure {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'version_structures_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'version_structures_pkey' })
  versionId!: string

  @PrimaryColumn('uuid', { name: 'structure_id', primaryKeyConstraintName: 'version_structures_pkey' })
  structureId!: string

  @ManyToOne(() => InterviewTemplateVersion, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('version_id', 'version_structures_version_fkey'))
  version?: Relation<InterviewTemplateVersion>

  @ManyToOne(() => AnswerStructure, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('structure_id', 'version_structures_structure_fkey'))
  structure?: Relation<AnswerStructure>
}
