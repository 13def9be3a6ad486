import {
  type AuditEvent,
  auditEvent,
  customField,
  type CustomField,
  notice,
  type Notice,
  rejectionReason,
  type RejectionReason,
  savedView,
  type SavedView,
  type User,
  user,
} from '@assay/contracts'
import type { Sheet } from './sheet.ts'

export const USERS: Sheet<User> = {
  name: 'users',
  row: user,
  recorded: { action: 'users.exported', subjectType: 'user' },
  columns: {
    id: (row) => row.id,
    name: (row) => row.name,
    email: (row) => row.email,
    role: (row) => row.role,
    status: (row) => row.status,
    createdAt: (row) => row.createdAt,
    lastSignedInAt: (row) => row.lastSignedInAt,
    invitationExpiresAt: (row) => row.invitationExpiresAt,
  },
}

/** Details as JSON, just as they were recorded. */
export const AUDIT_EVENTS: Sheet<AuditEvent> = {
  name: 'audit-events',
  row: auditEvent,
  recorded: { action: 'audit_events.exported', subjectType: 'audit' },
  columns: {
    id: (row) => row.id,
    at: (row) => row.at,
    action: (row) => row.action,
    actorId: (row) => row.actorId,
    actorName: (row) => row.actorName,
    subjectType: (row) => row.subjectType,
    subjectId: (row) => row.subjectId,
    subjectName: (row) => row.subjectName,
    details: (row) => JSON.stringify(row.details),
    requestId: (row) => row.requestId,
    hash: (row) => row.hash,
  },
}

export const CUSTOM_FIELDS: Sheet<CustomField> = {
  name: 'custom-fields',
  row: customField,
  columns: {
    id: (row) => row.id,
    name: (row) => row.name,
    kind: (row) => row.kind,
    choices: (row) => row.choices.map(({ name }) => name),
    position: (row) => row.position,
    createdAt: (row) => row.createdAt,
    updatedAt: (row) => row.updatedAt,
    archivedAt: (row) => row.archivedAt,
  },
}

export const REJECTION_REASONS: Sheet<RejectionReason> = {
  name: 'rejection-reasons',
  row: rejectionReason,
  columns: {
    id: (row) => row.id,
    name: (row) => row.name,
    kind: (row) => row.kind,
    archivedAt: (row) => row.archivedAt,
  },
}

export const SAVED_VIEWS: Sheet<SavedView> = {
  name: 'saved-views',
  row: savedView,
  columns: {
    id: (row) => row.id,
    resource: (row) => row.resource,
    name: (row) => row.name,
    query: (row) => row.query,
    createdAt: (row) => row.createdAt,
  },
}

export const NOTICES: Sheet<Notice> = {
  name: 'notices',
  row: notice,
  columns: {
    id: (row) => row.id,
    kind: (row) => row.kind,
    interviewId: (row) => row.interviewId,
    candidate: (row) => row.about?.candidate ?? null,
    template: (row) => row.about?.template ?? null,
    startsAt: (row) => row.startsAt,
    timeZone: (row) => row.timeZone,
    madeAt: (row) => row.madeAt,
    readAt: (row) => row.readAt,
  },
}
