import { type AuditEvent, auditEvent, type User, user } from '@assay/contracts'
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
