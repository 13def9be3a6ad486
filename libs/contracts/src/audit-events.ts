import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { id, line, moment } from './text.ts'

/** What happened, in `resource.verb` form. Adding one is a line here; the words on screen are i18n keys. */
export const auditActions = [
  'organization.created',
  'organization.updated',
  'organization.content_added',
  'user.invited',
  'user.invitation_renewed',
  'user.invitation_accepted',
  'user.renamed',
  'user.role_changed',
  'user.disabled',
  'user.enabled',
  'session.started',
  'session.refused',
  'session.ended',
  'session.token_reused',
  'password.changed',
  'password.reset_requested',
  'password.reset',
  'api_token.created',
  'api_token.revoked',
  'competency.created',
  'competency.updated',
  'competency.archived',
  'competency.restored',
  'question.created',
  'question.updated',
  'question.archived',
  'question.restored',
  'answer_structure.created',
  'answer_structure.updated',
  'answer_structure.archived',
  'answer_structure.restored',
  'signal.created',
  'signal.updated',
  'signal.archived',
  'signal.restored',
  'level_profile.created',
  'level_profile.updated',
  'level_profile.archived',
  'level_profile.restored',
  'competency.removed',
  'question.removed',
  'answer_structure.removed',
  'signal.removed',
  'level_profile.removed',
  'interview_template.created',
  'interview_template.updated',
  'interview_template.archived',
  'interview_template.restored',
  'interview_template_version.created',
  'interview_template_version.discarded',
  'interview_template_version.submitted',
  'interview_template_version.returned',
  'interview_template_version.published',
  'interview_template_version.retired',
  'job.created',
  'job.updated',
  'job.closed',
  'job.reopened',
  'job.fair_scores_switched_on',
  'job.fair_scores_switched_off',
  'candidate.created',
  'candidate.updated',
  'candidate.read',
  'candidate.merged',
  'candidate.unmerged',
  'candidate.erased',
  'candidate.erasure_replayed',
  'candidate.retention_extended',
  'legal_hold.placed',
  'legal_hold.lifted',
  'retention_rule.added',
  'candidate_document.added',
  'candidate_document.read',
  'candidate_document.downloaded',
  'candidate_document.removed',
  'candidate_document.restored',
  'candidate_document.purged',
  'candidate_document.suggestions_accepted',
  'candidate_import.uploaded',
  'candidate_import.started',
  'candidate_import.stopped',
  'candidate_import.finished',
  'candidate_import.removed',
  'candidate_import_rows.exported',
  'custom_field.created',
  'custom_field.updated',
  'custom_field.archived',
  'custom_field.restored',
  'custom_field.removed',
  'custom_fields.arranged',
  'application.created',
  'application.moved',
  'application.rejected',
  'application.withdrawn',
  'application.hired',
  'application.reopened',
  'application.undone',
  'interview.scheduled',
  'interview.changed',
  'interview.cancelled',
  'interview.did_not_happen',
  'interview.reminders_snoozed',
  'scorecard.submitted',
  'scorecard.recalled',
  'scorecard.amended',
  'scorecard.read',
  'scorecard.reopening_asked',
  'scorecard.reopening_refused',
  'scorecard.reopening_withdrawn',
  'scorecard.reopened',
  'scorecards.glass_broken',
  'debrief.opened',
  'debrief.voted',
  'debrief.talking_begun',
  'debrief.notes_written',
  'debrief.closed',
  'debrief.reopened',
  'decision.made',
  'decision.approved',
  'decision.refused',
  'rejection_reason.created',
  'rejection_reason.archived',
  'rejection_reason.restored',
  'candidates.exported',
  'applications.exported',
  'interviews.exported',
  'comparison.exported',
  'users.exported',
  'audit_events.exported',
  'audit.verified',
] as const
export const auditAction = z.enum(auditActions).meta({ id: 'AuditAction' })
export type AuditAction = z.infer<typeof auditAction>

/** One entry of the append-only, hash-chained record. */
export const auditEvent = z
  .object({
    id: z.string(),
    sequence: z.int().min(1),
    at: moment,
    action: auditAction,
    actorId: id.nullable(),
    actorName: z.string().nullable(),
    subjectType: z.string(),
    subjectId: id.nullable(),
    subjectName: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEvent' })
export type AuditEvent = z.infer<typeof auditEvent>

export const auditEventList = listQuery({
  sort: ['sequence'],
  filter: {
    action: auditAction,
    actorId: id,
    subjectId: id,
    from: moment,
    to: moment,
    subjectType: line(50),
  },
})

/** A finding names the entry and the kind of tampering. */
export const auditFinding = z.object({
  kind: z.enum(['altered', 'missing', 'out_of_order', 'tail_cut', 'rewritten', 'bad_signature']),
  sequence: z.int().nullable(),
  because: z.string(),
})

export const auditVerification = z
  .object({
    intact: z.boolean(),
    entries: z.int(),
    head: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
    findings: z.array(auditFinding),
    checkedAt: moment,
  })
  .meta({ id: 'AuditVerification' })
export type AuditVerification = z.infer<typeof auditVerification>

/** Where the record ends for whoever owes a scorecard; null when they read all of it. */
export const auditHeldBack = z.object({ since: moment.nullable() }).meta({ id: 'AuditHeldBack' })
export type AuditHeldBack = z.infer<typeof auditHeldBack>

/** The id of an entry is its number in the chain. */
export const auditSequence = z.strictObject({
  id: z.coerce.number('This is not an entry.').int('This is not an entry.').min(1),
})

/** The end of a chain, signed: kept elsewhere, it shows later whether the tail was cut or the chain rewritten. */
export const signedAuditHead = z
  .object({
    organizationId: id,
    sequence: z.int(),
    hash: z.string(),
    takenAt: moment,
    publicKey: z.string(),
    signature: z.string(),
  })
  .meta({ id: 'SignedAuditHead' })
export type SignedAuditHead = z.infer<typeof signedAuditHead>
