import { IMPORT_TEXT_DAYS } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'

/** What is taken out of a row with the person: all but its place and what came of it. */
const EMPTIED = `content = NULL, content_key = NULL, origin = NULL, name = NULL, problems = '[]', likeness = '{}'`

/** `k.value` as a pattern that no longer address fits. In JSON a line break before it is two letters. */
const WHOLE_ADDRESS = String.raw`('((?<![a-z0-9._%+-])|(?<=\\[nrt]))'
  || regexp_replace(lower(k.value), '([^a-z0-9@])', '\\\1', 'g') || '(?![a-z0-9-]|\.[a-z0-9])')`

/** Lets go what stood in imported files: of a person who is erased, and of everybody when its time is over. */
@Injectable()
export class ImportForgettingService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Takes a candidate out of all imports: rows that became this candidate or were held against it, and rows of files
   * that still hold one of its e-mail addresses, whatever became of them. To be called before the candidate's contacts
   * are taken out; joins the caller's unit of work.
   * @returns how many rows were emptied
   */
  async forgetCandidate(candidateId: string): Promise<number> {
    const rows = await this.work.query<{ importId: string }>(
      `UPDATE candidate_import_rows r SET ${EMPTIED}, likely = '{}',
              expected = CASE WHEN expected IS NOT NULL THEN 'forgotten' END,
              outcome = CASE WHEN outcome IN ('created', 'added') THEN outcome ELSE 'forgotten' END
        WHERE r.organization_id = $1 AND r.outcome IS DISTINCT FROM 'forgotten' AND (
              r.candidate_id = $2 OR $2 = ANY(r.likely)
              OR r.content IS NOT NULL AND EXISTS (SELECT FROM candidate_contacts k
                   WHERE k.organization_id = $1 AND k.candidate_id = $2 AND k.medium = 'email'
                     AND lower(r.content) ~ ${WHOLE_ADDRESS}))
        RETURNING r.import_id AS "importId"`,
      [this.work.tenant.organizationId, candidateId],
    )
    // A file of one résumé is often called after its person.
    await this.work.query(
      `UPDATE candidate_imports SET file_name = 'resume.json'
        WHERE organization_id = $1 AND format = 'json_resume' AND id = ANY($2::uuid[])`,
      [this.work.tenant.organizationId, rows.map(({ importId }) => importId)],
    )
    return rows.length
  }

  /** Of one organization; housekeeping calls it. What was never run goes whole, of the others the outcomes stay. */
  async clear(organizationId: string): Promise<void> {
    await this.work.runAs({ organizationId, userId: null }, async () => {
      const over = `organization_id = $1 AND cleared_at IS NULL AND state NOT IN ('checking', 'running')
        AND touched_at < now() - interval '${IMPORT_TEXT_DAYS} days'`
      await this.work.query(
        `DELETE FROM candidate_imports WHERE ${over} AND state IN ('mapping', 'checked')
        AND started_at IS NULL`,
        [organizationId],
      )
      await this.work.query(
        `WITH cleared AS (
           UPDATE candidate_imports SET cleared_at = now(), revision = revision + 1,
                  file_name = CASE format WHEN 'csv' THEN file_name ELSE 'resume.json' END
            WHERE ${over} RETURNING id)
         UPDATE candidate_import_rows r SET content = NULL, origin = NULL, name = NULL, problems = '[]', likely = '{}',
                likeness = '{}'
           FROM cleared WHERE r.organization_id = $1 AND r.import_id = cleared.id`,
        [organizationId],
      )
    })
  }
}
