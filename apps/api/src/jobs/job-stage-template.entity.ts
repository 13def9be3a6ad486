import { withinTenant } from '@assay/persistence'
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { InterviewTemplate } from '../interview-templates/interview-template.entity.ts'
import { JobStage } from './job-stage.entity.ts'

/** An interview held in a stage, and by how many. */
@Entity('job_stage_templates')
@Check('job_stage_templates_panelists_range', `panelists BETWEEN 1 AND 10`)
@Index('job_stage_templates_by_template', ['organizationId', 'templateId', 'stageId'])
export class JobStageTemplate {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'job_stage_templates_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'stage_id', primaryKeyConstraintName: 'job_stage_templates_pkey' })
  stageId!: string

  @PrimaryColumn('uuid', { name: 'template_id', primaryKeyConstraintName: 'job_stage_templates_pkey' })
  templateId!: string

  @ManyToOne(() => JobStage, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('stage_id', 'job_stage_templates_stage_fkey'))
  stage?: Relation<JobStage>

  @ManyToOne(() => InterviewTemplate, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('template_id', 'job_stage_templates_template_fkey'))
  template?: Relation<InterviewTemplate>

  @Column('integer')
  panelists!: number

  @Column('integer')
  position!: number
}
