import { withinTenant } from '@assay/persistence'
import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm'
import { Signal } from '../question-bank/signals/signal.entity.ts'
import { InterviewTemplateVersion } from './interview-template-version.entity.ts'

/** Which signals a version shows. */
@Entity('version_signals')
@Index('version_signals_by_signal', ['organizationId', 'signalId', 'versionId'])
export class VersionSignal {
  @PrimaryColumn('uuid', { name: 'organization_id', primaryKeyConstraintName: 'version_signals_pkey' })
  organizationId!: string

  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'version_signals_pkey' })
  versionId!: string

  @PrimaryColumn('uuid', { name: 'signal_id', primaryKeyConstraintName: 'version_signals_pkey' })
  signalId!: string

  @ManyToOne(() => InterviewTemplateVersion, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn(withinTenant('version_id', 'version_signals_version_fkey'))
  version?: Relation<InterviewTemplateVersion>

  @ManyToOne(() => Signal, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn(withinTenant('signal_id', 'version_signals_signal_fkey'))
  signal?: Relation<Signal>
}
