import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A rule for people who were written down and never applied: their records end, too. */
export class RetainWhoNeverApplied1764283000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE retention_rules DROP CONSTRAINT retention_rules_outcome_known')
    await runner.query(
      `ALTER TABLE retention_rules ADD CONSTRAINT retention_rules_outcome_known
        CHECK (outcome IN ('rejected', 'withdrawn', 'hired', 'no_application'))`,
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM retention_rules WHERE outcome = 'no_application'`)
    await runner.query('ALTER TABLE retention_rules DROP CONSTRAINT retention_rules_outcome_known')
    await runner.query(
      `ALTER TABLE retention_rules ADD CONSTRAINT retention_rules_outcome_known
        CHECK (outcome IN ('rejected', 'withdrawn', 'hired'))`,
    )
  }
}
