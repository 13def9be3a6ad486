import { CAPPED_TOTAL, type ListQuery, type Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'

export type AuditFilter = Partial<{
  action: string
  actorId: string
  subjectId: string
  subjectType: string
  from: string
  to: string
}>

export interface AuditRow {
  id: string
  sequence: number
  at: Date
  action: string
  actorId: string | null
  actorName: string | null
  subjectType: string
  subjectId: string | null
  subjectName: string | null
  details: Record<string, unknown>
  requestId: string | null
  hash: string
}

/** Asked for entries of the question bank and for templates only. What was removed is told by the name recorded then. */
const BANK_ENTRY = `CASE e.subject_type
    WHEN 'competency' THEN (SELECT b.name FROM competencies b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'question' THEN (SELECT b.title FROM questions b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'answer_structure' THEN (SELECT b.name FROM answer_structures b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'signal' THEN (SELECT b.text FROM signals b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'level_profile' THEN (SELECT b.name FROM level_profiles b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'job' THEN (SELECT b.title FROM jobs b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'candidate_document' THEN (SELECT b.name FROM candidate_documents b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'candidate' THEN (SELECT b.name FROM candidates b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'candidate_import' THEN (SELECT b.file_name FROM candidate_imports b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'rejection_reason' THEN (SELECT b.name FROM rejection_reasons b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'interview' THEN (SELECT c.name || ', ' || j.title FROM interviews i JOIN applications b ON b.organization_id = i.organization_id AND b.id = i.application_id JOIN candidates c ON c.organization_id = b.organization_id AND c.id = b.candidate_id JOIN jobs j ON j.organization_id = b.organization_id AND j.id = b.job_id WHERE i.organization_id = e.organization_id AND i.id = e.subject_id)
    WHEN 'scorecard' THEN (SELECT c.name || ', ' || u.name FROM scorecards k JOIN users u ON u.organization_id = k.organization_id AND u.id = k.user_id JOIN applications b ON b.organization_id = k.organization_id AND b.id = k.application_id JOIN candidates c ON c.organization_id = b.organization_id AND c.id = b.candidate_id WHERE k.organization_id = e.organization_id AND k.id = e.subject_id)
    WHEN 'debrief' THEN (SELECT c.name || ', ' || j.title FROM debriefs d JOIN applications b ON b.organization_id = d.organization_id AND b.id = d.application_id JOIN candidates c ON c.organization_id = b.organization_id AND c.id = b.candidate_id JOIN jobs j ON j.organization_id = b.organization_id AND j.id = b.job_id WHERE d.organization_id = e.organization_id AND d.id = e.subject_id)
    WHEN 'decision' THEN (SELECT c.name || ', ' || j.title FROM decisions d JOIN applications b ON b.organization_id = d.organization_id AND b.id = d.application_id JOIN candidates c ON c.organization_id = b.organization_id AND c.id = b.candidate_id JOIN jobs j ON j.organization_id = b.organization_id AND j.id = b.job_id WHERE d.organization_id = e.organization_id AND d.id = e.subject_id)
    WHEN 'application_change_set' THEN (SELECT string_agg(c.name, ', ' ORDER BY c.name) FROM application_changes h JOIN applications b ON b.organization_id = h.organization_id AND b.id = h.application_id JOIN candidates c ON c.organization_id = b.organization_id AND c.id = b.candidate_id WHERE h.organization_id = e.organization_id AND h.change_set_id = e.subject_id)
    WHEN 'application' THEN (SELECT c.name || ', ' || j.title FROM applications b JOIN candidates c ON c.organization_id = b.organization_id AND c.id = b.candidate_id JOIN jobs j ON j.organization_id = b.organization_id AND j.id = b.job_id WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'legal_hold' THEN (SELECT coalesce(j.title, c.name) FROM legal_holds b LEFT JOIN jobs j ON j.organization_id = b.organization_id AND j.id = b.job_id LEFT JOIN applications p ON p.organization_id = b.organization_id AND p.id = b.application_id LEFT JOIN candidates c ON c.organization_id = b.organization_id AND c.id = coalesce(b.candidate_id, p.candidate_id) WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'custom_field' THEN (SELECT b.name FROM custom_fields b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'interview_template' THEN (SELECT b.name FROM interview_templates b WHERE b.organization_id = e.organization_id AND b.id = e.subject_id)
    WHEN 'interview_template_version' THEN (SELECT b.name FROM interview_template_versions v
      JOIN interview_templates b ON b.organization_id = v.organization_id AND b.id = v.template_id
     WHERE v.organization_id = e.organization_id AND v.id = e.subject_id)
    END, e.canonical::jsonb #>> '{details,name}'`

/** Names are looked up when read: the record itself holds ids, so that it never needs to be rewritten. A session is told by its owner. */
const SELECT = `
  SELECT e.sequence::text AS id, e.sequence::float8 AS sequence, e.at, e.action, e.actor_id AS "actorId",
         a.name AS "actorName", e.subject_type AS "subjectType", e.subject_id AS "subjectId",
         coalesce(s.name, o.name, t.name, ${BANK_ENTRY}) AS "subjectName", e.canonical::jsonb -> 'details' AS details,
         e.canonical::jsonb ->> 'requestId' AS "requestId", encode(e.hash, 'hex') AS hash
    FROM audit_events e
    LEFT JOIN users a ON a.organization_id = e.organization_id AND a.id = e.actor_id
    LEFT JOIN users s ON s.organization_id = e.organization_id AND s.id = e.subject_id
    LEFT JOIN sessions n ON n.organization_id = e.organization_id AND n.id = e.subject_id
    LEFT JOIN users o ON o.organization_id = n.organization_id AND o.id = n.user_id
    LEFT JOIN api_tokens t ON t.organization_id = e.organization_id AND t.id = e.subject_id`

/**
 * Whoever owes a scorecard reads the record up to when they began to owe, and no further: $2 is who asks, and a role
 * makes no difference. Leaving out single entries would not do. Each entry has its number and its hash, so the gaps would
 * count what the others submitted and amended meanwhile. Times never go back along the chain, so this is its beginning.
 */
const NOT_HELD_BACK = `e.at < coalesce((SELECT min(p.owes_since) FROM panelists p
  WHERE p.organization_id = $1 AND p.user_id = $2 AND p.owes), 'infinity')`

const CONDITIONS: Record<keyof AuditFilter, (place: string) => string> = {
  action: (place) => `e.action = ${place}`,
  actorId: (place) => `e.actor_id = ${place}`,
  subjectId: (place) => `e.subject_id = ${place}`,
  subjectType: (place) => `e.subject_type = ${place}`,
  from: (place) => `e.at >= ${place}`,
  to: (place) => `e.at < ${place}`,
}

@Injectable()
export class AuditQueries {
  constructor(private readonly work: UnitOfWork) {}

  async page(query: ListQuery<string, AuditFilter>): Promise<Page<AuditRow>> {
    const { organizationId, userId } = this.work.tenant
    const values: unknown[] = [organizationId, userId]
    const parts = ['e.organization_id = $1', NOT_HELD_BACK]
    for (const [field, value] of Object.entries(query.filter)) {
      if (value === undefined) continue
      values.push(value)
      parts.push(CONDITIONS[field as keyof AuditFilter](`$${values.length}`))
    }
    const where = parts.join(' AND ')
    const [first, last] = query.range
    const direction = query.sort[1] === 'ASC' ? 'ASC' : 'DESC'
    const rows = await this.work.query<AuditRow>(
      `${SELECT} WHERE ${where} ORDER BY e.sequence ${direction} LIMIT ${last - first + 1} OFFSET ${first}`,
      values,
    )
    const [count] = await this.work.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (SELECT FROM audit_events e WHERE ${where} LIMIT ${CAPPED_TOTAL}) AS found`,
      values,
    )
    return { rows, total: count?.total ?? 0 }
  }

  /** Since when whoever asks owes a scorecard; null when they owe none. */
  async owesSince(): Promise<Date | null> {
    const { organizationId, userId } = this.work.tenant
    const [row] = await this.work.query<{ since: Date | null }>(
      'SELECT min(owes_since) AS since FROM panelists WHERE organization_id = $1 AND user_id = $2 AND owes',
      [organizationId, userId],
    )
    return row?.since ?? null
  }

  /** Of the part that whoever asks may read by now; null when they may read all of it. */
  async heldBackAt(): Promise<{ sequence: number; hash: string } | null> {
    const { organizationId, userId } = this.work.tenant
    const [row] = await this.work.query<{ sequence: number; hash: string }>(
      `SELECT e.sequence::float8 AS sequence, encode(e.hash, 'hex') AS hash FROM audit_events e
        WHERE e.organization_id = $1 AND ${NOT_HELD_BACK} AND EXISTS (SELECT FROM panelists p
          WHERE p.organization_id = $1 AND p.user_id = $2 AND p.owes)
        ORDER BY e.sequence DESC LIMIT 1`,
      [organizationId, userId],
    )
    return row ?? null
  }

  async one(sequence: number): Promise<AuditRow | null> {
    const [row] = await this.work.query<AuditRow>(
      `${SELECT} WHERE e.organization_id = $1 AND ${NOT_HELD_BACK} AND e.sequence = $3`,
      [this.work.tenant.organizationId, this.work.tenant.userId, sequence],
    )
    return row ?? null
  }
}
