import type {
  Confidence,
  InterviewRoom,
  InterviewStatus,
  Recommendation,
  ScorecardStatus,
  VersionContent,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { HandedOver } from './hand-off.rules.ts'

/** A scorecard of whoever asks, with everything that its rules need. Texts are sealed. */
export interface OwnRow {
  id: string
  interviewId: string
  applicationId: string
  candidateId: string
  versionId: string
  author: { id: string; name: string }
  shadow: boolean
  status: ScorecardStatus
  interviewStatus: InterviewStatus
  onPanel: boolean
  isReleased: boolean
  /** Two persons wanted it written anew: a draft for its author, while the others read what stood before. */
  reopened: boolean
  isOpened: boolean
  candidateIsErased: boolean
  /** They have read what others submitted on this application. */
  hasSeenOthers: boolean
  submittedAt: Date | null
  recallUntil: Date | null
  revisionNumber: number
  recalledThrough: number
  /** Of the draft that the last revision says; null before the first. */
  submittedDraft: number | null
  revision: number
  savedAt: Date | null
  sealedDraft: string | null
  wrappedKey: Buffer | null
}

export interface RoomRow extends OwnRow {
  /** Null where whoever asks has it already. */
  kit: VersionContent | null
  handOffs: HandedOver[]
  glassBreaks: InterviewRoom['glassBreaks']
}

export interface NewRevision {
  scorecardId: string
  number: number
  sealedContent: string
  sealedReason: string | null
  recommendation: Recommendation
  confidence: Confidence
  afterSeeingOthers: boolean
  draftRevision: number
  ratings: { competencyId: string; level: number | null }[]
}

const SEEN = `EXISTS (SELECT FROM scorecard_sights g WHERE g.organization_id = s.organization_id
  AND g.application_id = s.application_id AND g.user_id = s.user_id)`

const REOPENED = '(p.owes AND p.scorecard_released_at IS NOT NULL)'

const OWN = `
  s.id, s.interview_id AS "interviewId", s.application_id AS "applicationId", a.candidate_id AS "candidateId",
  i.version_id AS "versionId", json_build_object('id', u.id, 'name', u.name) AS author, p.shadow,
  CASE WHEN ${REOPENED} THEN 'draft' ELSE s.status END AS status, ${REOPENED} AS reopened,
  i.status AS "interviewStatus", p.removed_at IS NULL AS "onPanel",
  p.scorecard_released_at IS NOT NULL AS "isReleased", p.opened_at IS NOT NULL AS "isOpened",
  c.erased_at IS NOT NULL AS "candidateIsErased", ${SEEN} AS "hasSeenOthers", s.submitted_at AS "submittedAt",
  p.recall_until AS "recallUntil",
  s.revision_number AS "revisionNumber", s.recalled_through AS "recalledThrough",
  (SELECT v.draft_revision FROM scorecard_revisions v WHERE v.organization_id = s.organization_id
      AND v.scorecard_id = s.id AND v.number = s.revision_number) AS "submittedDraft",
  coalesce(d.revision, 1) AS revision, d.saved_at AS "savedAt", d.sealed_draft AS "sealedDraft",
  k.wrapped_key AS "wrappedKey"`

const WRITTEN_ON = `FROM scorecards s
  JOIN panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
   AND p.user_id = s.user_id
  JOIN interviews i ON i.organization_id = s.organization_id AND i.id = s.interview_id
  JOIN applications a ON a.organization_id = s.organization_id AND a.id = s.application_id
  JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id`

const FROM = `${WRITTEN_ON}
  JOIN users u ON u.organization_id = s.organization_id AND u.id = s.user_id
  LEFT JOIN scorecard_drafts d ON d.organization_id = s.organization_id AND d.scorecard_id = s.id
  LEFT JOIN candidate_keys k ON k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id`

/** Its author's and nobody else's. */
const WHOSE = 'WHERE s.organization_id = $1 AND s.id = $2 AND s.user_id = $3'

/** What interviewers of other interviews of the application handed over. */
const HAND_OFFS = `(SELECT coalesce(json_agg(json_build_object('interviewId', h.interview_id,
      'template', t.name, 'author', json_build_object('id', w.id, 'name', w.name),
      'handedOverAt', h.handed_over_at, 'covered', h.covered, 'notReached', h.not_reached,
      'kit', json_build_object('competencies', x.content -> 'competencies', 'sections', x.content -> 'sections'))
      ORDER BY h.handed_over_at DESC), '[]')
    FROM hand_offs h JOIN users w ON w.organization_id = h.organization_id AND w.id = h.user_id
    JOIN interviews o ON o.organization_id = h.organization_id AND o.id = h.interview_id
    JOIN interview_template_versions x ON x.organization_id = o.organization_id AND x.id = o.version_id
    JOIN interview_templates t ON t.organization_id = x.organization_id AND t.id = x.template_id
   WHERE h.organization_id = s.organization_id AND h.application_id = s.application_id
     AND h.interview_id <> s.interview_id) AS "handOffs"`

const GLASS_BREAKS = `(SELECT coalesce(json_agg(json_build_object('brokenAt', g.broken_at,
      'person', json_build_object('id', b.id, 'name', b.name)) ORDER BY g.broken_at DESC), '[]')
    FROM glass_breaks g JOIN users b ON b.organization_id = g.organization_id AND b.id = g.user_id
   WHERE g.organization_id = s.organization_id AND g.application_id = s.application_id) AS "glassBreaks"`

@Injectable()
export class ScorecardsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Locked against steps that are taken at the same time. */
  async own(id: string): Promise<OwnRow | null> {
    const rows = await this.work.query<OwnRow>(`SELECT ${OWN} ${FROM} ${WHOSE} FOR SHARE OF s`, this.mine(id))
    return rows[0] ?? null
  }

  /** Before it is read for a step: what is read in a statement that waited is older than the wait. */
  async lock(id: string): Promise<void> {
    await this.work.query(`SELECT s.id FROM scorecards s ${WHOSE} FOR UPDATE`, this.mine(id))
  }

  /** @param held versions whose kit is left out: it is most of the room, and never changes */
  async room(id: string, held: readonly string[]): Promise<RoomRow | null> {
    const rows = await this.work.query<RoomRow>(
      `SELECT ${OWN}, CASE WHEN i.version_id <> ALL($4::uuid[]) THEN ver.content END AS kit, ${HAND_OFFS}, ${GLASS_BREAKS} ${FROM}
         JOIN interview_template_versions ver ON ver.organization_id = i.organization_id AND ver.id = i.version_id
       ${WHOSE}`,
      [...this.mine(id), held],
    )
    return rows[0] ?? null
  }

  async kitOf(versionId: string): Promise<VersionContent | null> {
    const [row] = await this.work.query<{ content: VersionContent | null }>(
      'SELECT content FROM interview_template_versions WHERE organization_id = $1 AND id = $2',
      [this.work.tenant.organizationId, versionId],
    )
    return row?.content ?? null
  }

  /** From now on the interview keeps its version. */
  async markOpened({ id, interviewId }: Pick<OwnRow, 'id' | 'interviewId'>): Promise<void> {
    const { organizationId, userId } = this.work.tenant
    await this.work.query(
      `UPDATE panelists SET opened_at = now()
        WHERE organization_id = $1 AND interview_id = $2 AND user_id = $3 AND opened_at IS NULL`,
      [organizationId, interviewId, userId],
    )
    await this.work.query(
      `INSERT INTO scorecard_drafts (organization_id, scorecard_id, user_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [organizationId, id, userId],
    )
  }

  /**
   * Looks and writes in one statement: null where its author may not write on it now, has not opened it, or the draft
   * has another revision. The scorecard is locked against a step that is taken at the same time.
   */
  async saveIfWritable(
    id: string,
    seen: number,
    sealedDraft: string,
  ): Promise<{ revision: number; savedAt: Date } | null> {
    const [row] = await this.work.query<{ revision: number; savedAt: Date }>(
      `WITH writable AS (
         SELECT s.organization_id, s.id ${WRITTEN_ON} ${WHOSE} AND p.removed_at IS NULL
            AND i.status NOT IN ('cancelled', 'did_not_happen') AND c.erased_at IS NULL
            AND (s.status = 'draft' OR p.scorecard_released_at IS NOT NULL)
            FOR SHARE OF s)
       UPDATE scorecard_drafts d SET sealed_draft = $4, saved_at = now(), revision = d.revision + 1
         FROM writable w
        WHERE d.organization_id = w.organization_id AND d.scorecard_id = w.id AND d.revision = $5
       RETURNING d.revision, d.saved_at AS "savedAt"`,
      [...this.mine(id), sealedDraft, seen],
    )
    return row ?? null
  }

  /** Null where the draft has another revision by now. */
  async save(
    id: string,
    seen: number,
    sealedDraft: string,
  ): Promise<{ revision: number; savedAt: Date } | null> {
    const [row] = await this.work.query<{ revision: number; savedAt: Date }>(
      `INSERT INTO scorecard_drafts AS d (organization_id, scorecard_id, user_id, sealed_draft, saved_at, revision)
       VALUES ($1, $2, $3, $4, now(), 2)
       ON CONFLICT (organization_id, scorecard_id) DO UPDATE
         SET sealed_draft = excluded.sealed_draft, saved_at = now(), revision = d.revision + 1
         WHERE d.revision = $5
       RETURNING revision, saved_at AS "savedAt"`,
      [...this.mine(id), sealedDraft, seen],
    )
    return row ?? null
  }

  async addRevision(revision: NewRevision): Promise<void> {
    const { organizationId } = this.work.tenant
    const { scorecardId, number, recommendation, confidence, afterSeeingOthers } = revision
    await this.work.query(
      `INSERT INTO scorecard_revisions (organization_id, scorecard_id, number, sealed_content, sealed_reason,
         recommendation, confidence, after_seeing_others, draft_revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        organizationId,
        scorecardId,
        number,
        revision.sealedContent,
        revision.sealedReason,
        recommendation,
        confidence,
        afterSeeingOthers,
        revision.draftRevision,
      ],
    )
    await this.work.query(
      `INSERT INTO ratings (organization_id, scorecard_id, revision_number, competency_id, level)
       SELECT $1, $2, $3, r."competencyId", r.level
         FROM jsonb_to_recordset($4::jsonb) AS r("competencyId" uuid, level smallint)`,
      [organizationId, scorecardId, number, JSON.stringify(revision.ratings)],
    )
    await this.work.query(
      `UPDATE scorecards SET status = 'submitted', submitted_at = coalesce(submitted_at, now()),
         revision_number = $3, recommendation = $4, confidence = $5, after_seeing_others = $6
        WHERE organization_id = $1 AND id = $2`,
      [organizationId, scorecardId, number, recommendation, confidence, afterSeeingOthers],
    )
  }

  async takeBack(id: string): Promise<void> {
    await this.work.query(
      `UPDATE scorecards SET status = 'draft', submitted_at = NULL, recommendation = NULL, confidence = NULL,
         recalled_through = revision_number
        WHERE organization_id = $1 AND id = $2`,
      [this.work.tenant.organizationId, id],
    )
  }

  async handOver(row: OwnRow, covered: readonly string[], notReached: readonly string[]): Promise<void> {
    const { organizationId, userId } = this.work.tenant
    await this.work.query(
      `INSERT INTO hand_offs (organization_id, scorecard_id, user_id, interview_id, application_id, covered,
         not_reached)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (organization_id, scorecard_id) DO UPDATE
         SET covered = excluded.covered, not_reached = excluded.not_reached, handed_over_at = now()`,
      [organizationId, row.id, userId, row.interviewId, row.applicationId, covered, notReached],
    )
  }

  private mine(id: string): unknown[] {
    const { organizationId, userId } = this.work.tenant
    return [organizationId, id, userId]
  }
}
