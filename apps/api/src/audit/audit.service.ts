import type { AuditAction } from '@assay/contracts'
import { canonicalize } from '@assay/audit-chain'
import { currentContext, UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'

/** Entries of the question bank, and interview templates: named, written, archived. */
export type BankSubject =
  'competency' | 'question' | 'answer_structure' | 'signal' | 'level_profile' | 'interview_template'

export interface AuditEntry {
  action: AuditAction
  subjectType:
    | 'organization'
    | 'user'
    | 'session'
    | 'api_token'
    | 'audit'
    | 'interview_template_version'
    | 'job'
    | 'candidate'
    | 'candidate_document'
    | 'candidate_import'
    | 'custom_field'
    | 'application'
    | 'application_change_set'
    | 'rejection_reason'
    | 'interview'
    | 'scorecard'
    | 'debrief'
    | 'decision'
    | 'legal_hold'
    | 'retention_rule'
    | BankSubject
  subjectId: string | null
  /** Who did it, where it is not the person of the running transaction. */
  actorId?: string | null
  /** Of the request that it was done for, where that is not the running one. */
  requestId?: string | null
  details?: Record<string, unknown>
}

/** Writes the record. Called inside the unit of work whose change it records: both happen, or neither does. */
@Injectable()
export class AuditService {
  constructor(private readonly work: UnitOfWork) {}

  /** The chain's one hot row is locked last, right before COMMIT. */
  record(entry: AuditEntry): void {
    const canonical = canonicalize({
      action: entry.action,
      actorId: entry.actorId === undefined ? this.work.tenant.userId : entry.actorId,
      details: entry.details ?? {},
      requestId: entry.requestId ?? currentContext()?.requestId ?? null,
      subjectId: entry.subjectId,
      subjectType: entry.subjectType,
    })
    this.work.lastly(async () => {
      await this.work.query('SELECT assay_append_audit_event($1)', [canonical])
    })
  }
}
