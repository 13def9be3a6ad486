import type { DataSource } from 'typeorm'

/** Any number would do; this one is only Assay's. */
const MIGRATION_LOCK = 7_277_295_601

/**
 * Brings the schema up to date. Several processes may start at once: one migrates, the others wait for the lock and
 * find nothing left to do. The lock belongs to a session of its own, so it ends with the process that holds it.
 */
export const migrate = async (owner: DataSource): Promise<string[]> => {
  const guard = owner.createQueryRunner()
  await guard.connect()
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    const ran = await owner.runMigrations()
    return ran.map((migration) => migration.name)
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    await guard.release()
  }
}
