import type { MigrationInterface, QueryRunner } from 'typeorm'
import { MAY_READ_OTHERS, WALL } from './1764281000000-narrow-glass-breaks.ts'

const SIGNATURE = 'assay_may_read_scorecard(scorecards)'

/**
 * The conditions under which others read a scorecard become a function. Written into the policy, all of their subqueries
 * are made ready by every statement that touches the table, also by an author's save, which needs none of them.
 */
export class JudgeWallOnceAsked1764330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(mayRead)
    await runner.query(`REVOKE ALL ON FUNCTION ${SIGNATURE} FROM PUBLIC`)
    await runner.query(`GRANT EXECUTE ON FUNCTION ${SIGNATURE} TO assay_application`)
    await runner.query('DROP POLICY scorecards_blind ON scorecards')
    await runner.query(wall)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY scorecards_blind ON scorecards')
    await runner.query(WALL)
    await runner.query(`DROP FUNCTION ${SIGNATURE}`)
  }
}

/** With the rights of whoever asks, so that the policies of what it looks at hold, too. No names but those of `public`. */
const mayRead = `CREATE FUNCTION assay_may_read_scorecard(scorecards scorecards) RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS
  $$ BEGIN RETURN ${MAY_READ_OTHERS}; END $$`

/** Authors read their own without being judged: \`OR\` asks from the left. */
const wall = `CREATE POLICY scorecards_blind ON scorecards AS RESTRICTIVE FOR SELECT TO assay_application
  USING (user_id = NULLIF(current_setting('assay.user_id', true), '')::uuid
    OR assay_may_read_scorecard(scorecards))`
