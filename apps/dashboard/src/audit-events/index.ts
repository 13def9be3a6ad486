import { lazy } from 'react'

const AuditEventList = lazy(async () => ({ default: (await import('./AuditEventList.tsx')).AuditEventList }))

export const auditEvents = { name: 'audit-events', list: AuditEventList }
