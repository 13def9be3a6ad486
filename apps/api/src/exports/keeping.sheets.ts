import {
  type Erasure,
  erasure,
  type LegalHold,
  legalHold,
  type RetentionDue,
  retentionDue,
  type RetentionRule,
  retentionRule,
} from '@assay/contracts'
import type { Sheet } from './sheet.ts'

/** Names people: whoever takes it out is on record as for candidates. */
export const LEGAL_HOLDS: Sheet<LegalHold> = {
  name: 'legal-holds',
  row: legalHold,
  recorded: { action: 'candidates.exported', subjectType: 'candidate' },
  columns: {
    id: (row) => row.id,
    subject: (row) => row.subject,
    subjectId: (row) => row.subjectId,
    subjectName: (row) => row.subjectName,
    reason: (row) => row.reason,
    placedAt: (row) => row.placedAt,
    placedBy: (row) => row.placedByName,
    liftedAt: (row) => row.liftedAt,
    liftedBy: (row) => row.liftedByName,
    liftReason: (row) => row.liftReason,
  },
}

export const RETENTION_RULES: Sheet<RetentionRule> = {
  name: 'retention-rules',
  row: retentionRule,
  columns: {
    id: (row) => row.id,
    jobId: (row) => row.jobId,
    job: (row) => row.jobTitle,
    office: (row) => row.office,
    outcome: (row) => row.outcome,
    months: (row) => row.months,
    mode: (row) => row.mode,
    basis: (row) => row.basis,
    validFrom: (row) => row.validFrom,
    state: (row) => row.state,
    createdAt: (row) => row.createdAt,
    createdBy: (row) => row.createdByName,
  },
}

export const RETENTION_DUE: Sheet<RetentionDue> = {
  name: 'retention-due',
  row: retentionDue,
  recorded: { action: 'candidates.exported', subjectType: 'candidate' },
  columns: {
    id: (row) => row.id,
    name: (row) => row.name,
    dueOn: (row) => row.dueOn,
    isDue: (row) => row.isDue,
    mode: (row) => row.mode,
    erasesOn: (row) => row.erasesOn,
    isHeld: (row) => row.isHeld,
    applications: (row) => row.applications,
    lastEndedOn: (row) => row.lastEndedOn,
  },
}

export const ERASURES: Sheet<Erasure> = {
  name: 'erasures',
  row: erasure,
  columns: {
    id: (row) => row.id,
    number: (row) => row.number,
    candidateId: (row) => row.candidateId,
    reason: (row) => row.reason,
    reference: (row) => row.reference,
    erasedAt: (row) => row.erasedAt,
    erasedBy: (row) => row.erasedByName,
    replayedAt: (row) => row.replayedAt,
  },
}
