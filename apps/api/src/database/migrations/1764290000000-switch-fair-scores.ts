import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Fair scores can be switched off for a job. */
export class SwitchFairScores1764290000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE jobs ADD COLUMN fair_scores text NOT NULL DEFAULT 'on',
      ADD CONSTRAINT jobs_fair_scores_known CHECK (fair_scores IN ('on', 'off'))`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE jobs DROP COLUMN fair_scores')
  }
}
