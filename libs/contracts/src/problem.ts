import { z } from 'zod'

/** Every kind of problem the API answers with. Codes are stable: clients may depend on them. */
export const problemCodes = [
  'validation_failed',
  'malformed_body',
  'body_too_large',
  'unsupported_media_type',
  'unauthenticated',
  'cross_site_request',
  'forbidden',
  'not_found',
  'revision_required',
  'revision_conflict',
  'idempotency_mismatch',
  'idempotency_in_flight',
  'rate_limited',
  'busy',
  'unavailable',
  'internal',
  'already_set_up',
  'link_invalid',
  'wrong_credentials',
  'wrong_password',
  'password_refused',
  'email_taken',
  'name_taken',
  'entry_in_use',
  'version_immutable',
  'version_incomplete',
  'step_refused',
  'scorecard_incomplete',
  'snapshot_changed',
  'approver_missing',
  'second_person_required',
  'last_admin',
  'own_account',
  'limit_reached',
  'applied_already',
  'file_refused',
  'file_too_large',
  'files_unavailable',
  'document_exists',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** RFC 9457 problem details. `errors` maps a field to what is wrong with it, ready for a form. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(problemCodes),
    requestId: z.string(),
    errors: z.record(z.string(), z.string()).optional(),
    /** With `revision_conflict` and `snapshot_changed`: the record as it is now. */
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>
