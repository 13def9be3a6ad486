import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A broken glass holds against what kept its admin from reading when it was broken, and against nothing that came later:
 * so each seat says since when its scorecard is owed, and a glass may be broken again.
 */
export class NarrowGlassBreaks1764281000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...seats, ...keyOf('application_id, user_id, broken_at')]) {
      await runner.query(statement)
    }
    await runner.query(`DROP POLICY scorecards_blind ON scorecards`)
    await runner.query(WALL)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP POLICY scorecards_blind ON scorecards`)
    await runner.query(`DELETE FROM glass_breaks g WHERE EXISTS (SELECT FROM glass_breaks e
      WHERE e.organization_id = g.organization_id AND e.application_id = g.application_id AND e.user_id = g.user_id
        AND e.broken_at < g.broken_at)`)
    for (const statement of keyOf('application_id, user_id')) await runner.query(statement)
    await runner.query('ALTER TABLE panelists DROP COLUMN scorecard_owed_since')
    await runner.query(blindWhere(othersMayRead(`(${owesNothing} OR ${brokeTheGlass})`)))
  }
}

const seats = [
  'ALTER TABLE panelists ADD COLUMN scorecard_owed_since timestamptz NOT NULL DEFAULT now()',
  `UPDATE panelists p SET scorecard_owed_since = greatest(p.owes_since, (SELECT s.created_at FROM scorecards s
      WHERE s.organization_id = p.organization_id AND s.interview_id = p.interview_id AND s.user_id = p.user_id))`,
]

const keyOf = (columns: string): string[] => [
  'ALTER TABLE glass_breaks DROP CONSTRAINT glass_breaks_pkey',
  `ALTER TABLE glass_breaks ADD CONSTRAINT glass_breaks_pkey PRIMARY KEY (organization_id, ${columns})`,
]

const person = `NULLIF(current_setting('assay.user_id', true), '')::uuid`

const within = (table: string, alias: string): string =>
  `${table} ${alias} WHERE ${alias}.organization_id = scorecards.organization_id
     AND ${alias}.application_id = scorecards.application_id`

const isReleased = `EXISTS (SELECT FROM panelists r WHERE r.organization_id = scorecards.organization_id
  AND r.interview_id = scorecards.interview_id AND r.user_id = scorecards.user_id
  AND r.scorecard_released_at IS NOT NULL)`

const waitsForAll = `EXISTS (SELECT FROM applications a
  JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
  WHERE a.organization_id = w.organization_id AND a.id = w.application_id AND j.blind_until = 'all_submitted')`

/**
 * By a seat whose scorecard is owed since the glass was broken, if it ever was. One that others have read already is
 * owed again by its author alone.
 */
const isHeldBack = `EXISTS (SELECT FROM ${within('panelists', 'w')} AND w.owes
  AND (w.user_id = ${person} OR (NOT w.shadow AND w.scorecard_released_at IS NULL AND ${waitsForAll}))
  AND NOT EXISTS (SELECT FROM ${within('glass_breaks', 'g')} AND g.user_id = ${person}
    AND g.broken_at >= w.scorecard_owed_since))`

/** As it was before. */
const owesNothing = `NOT EXISTS (SELECT FROM ${within('panelists', 'w')} AND w.owes
  AND (w.user_id = ${person} OR (NOT w.shadow AND ${waitsForAll})))`
const brokeTheGlass = `EXISTS (SELECT FROM ${within('glass_breaks', 'g')} AND g.user_id = ${person})`

const mayReadAtAll = `(
  EXISTS (SELECT FROM users u WHERE u.organization_id = scorecards.organization_id AND u.id = ${person}
     AND u.role IN ('admin', 'recruiter'))
  OR EXISTS (SELECT FROM ${within('panelists', 'p')} AND p.user_id = ${person}
     AND p.removed_at IS NULL)
  OR EXISTS (SELECT FROM applications a
     JOIN job_team_members m ON m.organization_id = a.organization_id AND m.job_id = a.job_id
     JOIN users u ON u.organization_id = m.organization_id AND u.id = m.user_id
     WHERE a.organization_id = scorecards.organization_id AND a.id = scorecards.application_id
       AND m.user_id = ${person} AND u.role = 'hiring_manager'))`

const isSomebodyElse = `NOT EXISTS (SELECT FROM applications a
  JOIN candidate_contacts k ON k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id
  JOIN users u ON u.organization_id = k.organization_id AND u.email = k.value
  WHERE a.organization_id = scorecards.organization_id AND a.id = scorecards.application_id
    AND k.medium = 'email' AND u.id = ${person})`

const othersMayRead = (unblinded: string): string =>
  `${isReleased} AND ${unblinded} AND ${mayReadAtAll} AND ${isSomebodyElse}`

/** Whether the person of the transaction may read somebody else's, about a row that is called \`scorecards\`. */
export const MAY_READ_OTHERS = othersMayRead(`NOT ${isHeldBack}`)

const blindWhere = (others: string): string => `CREATE POLICY scorecards_blind ON scorecards AS RESTRICTIVE
  FOR SELECT TO assay_application USING (user_id = ${person} OR (${others}))`

/** The wall with its conditions written into the policy. */
export const WALL = blindWhere(MAY_READ_OTHERS)
