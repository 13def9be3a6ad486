import type { ApplicationStatus } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { ApplicationFacts, ApplicationStanding } from './application.rules.ts'
import type { Sight } from './applications.queries.ts'

/** What the rules ask about one application, and where it stands. */
export interface CommandedRow extends ApplicationFacts {
  id: string
  name: string
  candidateId: string
  revision: number
  reasonId: string | null
  enteredStageAt: Date
}

export interface UndoneRow extends CommandedRow {
  lastChangeSetId: string
  before: (Omit<ApplicationStanding, 'kind'> & { enteredStageAt: Date }) | null
}

/** What is written for one application. */
export interface WrittenChange extends ApplicationStanding {
  applicationId: string
  revision: number
  stageName: string
  status: ApplicationStatus
  sealedNote: string | null
  /** Null: from now on. */
  enteredStageAt: Date | null
}

const FACTS = `
  a.id, c.name, a.candidate_id AS "candidateId", a.revision, a.status, a.stage_id AS "stageId",
  a.reason_id AS "reasonId", a.entered_stage_at AS "enteredStageAt",
  (SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'requiresScorecards', s.requires_scorecards)
          ORDER BY s.position) FROM job_stages s
    WHERE s.organization_id = a.organization_id AND s.job_id = a.job_id) AS stages,
  j.status = 'open' AS "jobIsOpen", j.approval_groups <> '[]' AS "hiresByDecision", c.erased_at IS NOT NULL AS "candidateIsErased",
  EXISTS (SELECT FROM panelists p WHERE p.organization_id = a.organization_id AND p.user_id = $3
            AND p.application_id = a.id AND p.owes) AS "asksWhileOwing",
  (SELECT count(*)::int FROM interviews i WHERE i.organization_id = a.organization_id
      AND i.application_id = a.id AND i.stage_id = a.stage_id AND i.status = 'scheduled') AS "interviewsInStage",
  (SELECT count(*)::int FROM interviews i
     JOIN panelists p ON p.organization_id = i.organization_id AND p.interview_id = i.id
    WHERE i.organization_id = a.organization_id AND i.application_id = a.id AND i.stage_id = a.stage_id
      AND i.status = 'scheduled' AND p.owes AND NOT p.shadow) AS "scorecardsOwed"`

const FROM = `FROM applications a
  JOIN candidate_search f ON f.organization_id = a.organization_id AND f.candidate_id = a.candidate_id
  JOIN candidates c ON c.organization_id = f.organization_id AND c.id = f.stands_for
  JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
 WHERE a.organization_id = $1`

/** Who may not see an application may not command it either. */
const seen = (
  sight: Sight,
): string => `a.id IN (SELECT v.id FROM seen_applications v WHERE v.organization_id = $1
    AND v.id = ANY($2::uuid[]) ${
      sight.all
        ? ''
        : `AND EXISTS (SELECT FROM job_team_members m WHERE m.organization_id = v.organization_id
             AND m.job_id = v.job_id AND m.user_id = $3)`
    })`

/** Facts for commands, and what they write. Joins the caller's unit of work. */
@Injectable()
export class ApplicationCommandsQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** Keeps others from these applications until the transaction ends; in one order, so that nobody waits in a circle. */
  async lock(ids: readonly string[]): Promise<void> {
    await this.work.query(
      `SELECT FROM applications WHERE organization_id = $1 AND id = ANY($2::uuid[])
        ORDER BY id FOR NO KEY UPDATE`,
      [this.work.tenant.organizationId, ids],
    )
  }

  facts(ids: readonly string[], userId: string, sight: Sight): Promise<CommandedRow[]> {
    return this.work.query<CommandedRow>(`SELECT ${FACTS} ${FROM} AND ${seen(sight)}`, [
      this.work.tenant.organizationId,
      ids,
      userId,
    ])
  }

  /** The same, with the last change of each and how it stood before that. */
  undone(ids: readonly string[], userId: string, sight: Sight): Promise<UndoneRow[]> {
    return this.work.query<UndoneRow>(
      `SELECT ${FACTS},
              (SELECT h.change_set_id FROM application_changes h WHERE h.organization_id = a.organization_id
                  AND h.application_id = a.id AND h.revision = a.revision) AS "lastChangeSetId",
              (SELECT json_build_object('status', h.status, 'stageId', h.stage_id, 'reasonId', h.reason_id,
                      'enteredStageAt', h.entered_stage_at)
                 FROM application_changes h WHERE h.organization_id = a.organization_id
                  AND h.application_id = a.id AND h.revision = a.revision - 1) AS before
        ${FROM} AND ${seen(sight)}`,
      [this.work.tenant.organizationId, ids, userId],
    )
  }

  async idsOfSet(changeSetId: string): Promise<string[]> {
    const rows = await this.work.query<{ id: string }>(
      `SELECT application_id AS id FROM application_changes
        WHERE organization_id = $1 AND change_set_id = $2`,
      [this.work.tenant.organizationId, changeSetId],
    )
    return rows.map(({ id }) => id)
  }

  async isReason(id: string, kind: 'ours' | 'theirs'): Promise<boolean> {
    const [row] = await this.work.query(
      `SELECT id FROM rejection_reasons
        WHERE organization_id = $1 AND id = $2 AND kind = $3 AND archived_at IS NULL`,
      [this.work.tenant.organizationId, id, kind],
    )
    return row !== undefined
  }

  async write(changes: readonly WrittenChange[], changeSetId: string, userId: string): Promise<void> {
    const rows = `jsonb_to_recordset($2::jsonb) AS r("applicationId" uuid, revision int, kind text, "stageId" uuid,
      "stageName" text, status text, "reasonId" uuid, "sealedNote" text, "enteredStageAt" timestamptz)`
    const { organizationId } = this.work.tenant
    const written = JSON.stringify(changes)
    await this.work.query(
      `UPDATE applications a SET status = r.status, stage_id = r."stageId", reason_id = r."reasonId",
              entered_stage_at = coalesce(r."enteredStageAt", now()), last_activity_at = now(), revision = r.revision
         FROM ${rows} WHERE a.organization_id = $1 AND a.id = r."applicationId"`,
      [organizationId, written],
    )
    await this.work.query(
      `INSERT INTO application_changes (organization_id, application_id, revision, kind, stage_id, stage_name, status,
              reason_id, sealed_note, entered_stage_at, change_set_id, made_by)
       SELECT $1, r."applicationId", r.revision, r.kind, r."stageId", r."stageName", r.status, r."reasonId",
              r."sealedNote", coalesce(r."enteredStageAt", now()), $3, $4 FROM ${rows}`,
      [organizationId, written, changeSetId, userId],
    )
  }
}
