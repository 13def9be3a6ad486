import type { QueryRunner } from 'typeorm'
import { APPLICATION_ROLE, quote } from './roles.ts'

type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'

/** The setting of the transaction; NULL where none is set, and NULL is equal to nothing: no context, no rows. */
const CURRENT_ORGANIZATION = `NULLIF(current_setting('assay.organization_id', true), '')::uuid`

/**
 * Puts a table behind the wall: row-level security enabled and forced, the tenant's rows for everybody, all rows for
 * the owner (FORCE would hide them from migrations and backup), and the rights that the application needs.
 */
export const protectTenantTable = async (
  runner: QueryRunner,
  table: string,
  options: { privileges: readonly Privilege[]; organizationColumn?: string },
): Promise<void> => {
  const name = quote(table)
  const column = quote(options.organizationColumn ?? 'organization_id')
  await runner.query(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`)
  await runner.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`)
  await runner.query(
    `CREATE POLICY "${table}_tenant" ON ${name} TO ${APPLICATION_ROLE} USING (${column} = ${CURRENT_ORGANIZATION}) WITH CHECK (${column} = ${CURRENT_ORGANIZATION})`,
  )
  await runner.query(`CREATE POLICY "${table}_owner" ON ${name} TO CURRENT_USER USING (true)`)
  await runner.query(`GRANT ${options.privileges.join(', ')} ON ${name} TO ${APPLICATION_ROLE}`)
}

/** Lets a role without a sign-in read some columns of every tenant, for its SECURITY DEFINER functions only. */
export const openToLookup = async (
  runner: QueryRunner,
  role: 'assay_lookup' | 'assay_search',
  table: string,
  columns: readonly string[],
): Promise<void> => {
  await runner.query(`CREATE POLICY "${table}_${role}" ON ${quote(table)} FOR SELECT TO ${role} USING (true)`)
  await runner.query(`GRANT SELECT (${columns.map(quote).join(', ')}) ON ${quote(table)} TO ${role}`)
}

/** Creates a function that runs with the rights of `role`, callable by the application only. */
export const createDefinerFunction = async (
  runner: QueryRunner,
  role: string,
  signature: string,
  definition: string,
): Promise<void> => {
  await runner.query(definition)
  await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`)
  await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO ${APPLICATION_ROLE}`)
  // The new owner needs CREATE on the schema for this one statement.
  await runner.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${role}`)
  await runner.query(`ALTER FUNCTION ${signature} OWNER TO ${role}`)
  await runner.query(`REVOKE CREATE ON SCHEMA public FROM ${role}`)
}
