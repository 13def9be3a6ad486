import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Notices to whoever is asked to agree to a decision, and to whoever made it. */
export class TellOfDecisions1764331000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_kind_known')
    await runner.query(known([...BEFORE, ...NEW]))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notices WHERE kind IN (${listed(NEW)})`)
    await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_kind_known')
    await runner.query(known(BEFORE))
  }
}

const BEFORE = [
  'scheduled',
  'moved',
  'cancelled',
  'left',
  'glass_broken',
  'scorecard_due',
  'scorecard_late',
  'scorecard_snoozed',
  'reopening_asked',
  'reopening_refused',
  'scorecard_reopened',
]
const NEW = ['decision_waiting', 'decision_agreed', 'decision_refused']

const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ')
const known = (kinds: readonly string[]): string =>
  `ALTER TABLE notices ADD CONSTRAINT notices_kind_known CHECK (kind IN (${listed(kinds)}))`
