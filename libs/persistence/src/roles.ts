import { Client } from 'pg'
import { DatabaseSetupError } from './database.errors.ts'

/**
 * Owner: migrations and backup. `assay_application`: what the API works as, held by row-level security.
 * `assay_lookup` and `assay_search` own a few SECURITY DEFINER functions and can never sign in.
 */
export const APPLICATION_ROLE = 'assay_application'
export const NOLOGIN_ROLES = ['assay_lookup', 'assay_search'] as const
const MIN_SERVER_VERSION = 150_000

interface RoleFacts {
  rolname: string
  rolsuper: boolean
  rolbypassrls: boolean
  rolcanlogin: boolean
}

/** One line that an administrator of the server can run when the owner may not create roles. */
const setUpStatements = (login: string, owner: string): string =>
  [
    ...(login === APPLICATION_ROLE ? [] : [`CREATE ROLE ${APPLICATION_ROLE} NOLOGIN`]),
    `CREATE ROLE ${quote(login)} LOGIN PASSWORD '<password>'`,
    ...(login === APPLICATION_ROLE ? [] : [`GRANT ${APPLICATION_ROLE} TO ${quote(login)}`]),
    ...NOLOGIN_ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN`),
    `GRANT ${NOLOGIN_ROLES.join(', ')} TO ${quote(owner)}`,
  ].join('; ')

/** Makes the roles that are missing and refuses an application role that could walk past row-level security. */
export const ensureRoles = async (ownerUrl: string, applicationUrl: string): Promise<void> => {
  const application = new URL(applicationUrl)
  const login = decodeURIComponent(application.username)
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect().catch((error: unknown) => {
    throw new DatabaseSetupError(`DATABASE_URL: cannot sign in to PostgreSQL: ${(error as Error).message}.`)
  })
  try {
    await checkServer(client)
    const owner = await currentUser(client)
    if (owner === login) {
      throw new DatabaseSetupError(
        'ASSAY_APPLICATION_DATABASE_URL must name another role than DATABASE_URL: the owner is not held by row-level security.',
      )
    }
    // Several processes may start at once; roles belong to the whole server, so they take turns.
    await client.query('SELECT pg_advisory_lock(7277295602)')
    await createMissingRoles(client, login, decodeURIComponent(application.password), owner)
    await checkApplicationRole(client, login)
    await checkOwnership(client, owner)
  } finally {
    await client.end()
  }
  await checkApplicationSignsIn(applicationUrl)
}

const checkServer = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version_num') AS version",
  )
  const version = Number(rows[0]?.version)
  if (version < MIN_SERVER_VERSION) {
    throw new DatabaseSetupError(
      `DATABASE_URL: this is PostgreSQL ${Math.floor(version / 10_000)}; Assay needs 15 or newer: upgrade the server or name another.`,
    )
  }
}

const currentUser = async (client: Client): Promise<string> => {
  const { rows } = await client.query<{ name: string }>('SELECT current_user AS name')
  return rows[0]?.name ?? ''
}

const knownRoles = async (client: Client, names: string[]): Promise<Map<string, RoleFacts>> => {
  const { rows } = await client.query<RoleFacts>(
    'SELECT rolname, rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = ANY($1)',
    [names],
  )
  return new Map(rows.map((row) => [row.rolname, row]))
}

const createMissingRoles = async (
  client: Client,
  login: string,
  password: string,
  owner: string,
): Promise<void> => {
  const known = await knownRoles(client, [login, APPLICATION_ROLE, ...NOLOGIN_ROLES])
  const missing: string[] = []
  if (!known.has(APPLICATION_ROLE) && login !== APPLICATION_ROLE) {
    missing.push(`CREATE ROLE ${APPLICATION_ROLE} NOLOGIN`)
  }
  if (!known.has(login)) missing.push(`CREATE ROLE ${quote(login)} LOGIN PASSWORD ${literal(password)}`)
  for (const role of NOLOGIN_ROLES) if (!known.has(role)) missing.push(`CREATE ROLE ${role} NOLOGIN`)
  if (login !== APPLICATION_ROLE && !(await isMember(client, login, APPLICATION_ROLE))) {
    missing.push(`GRANT ${APPLICATION_ROLE} TO ${quote(login)}`)
  }
  for (const role of NOLOGIN_ROLES) {
    // Giving a function to a role asks for membership in it.
    if (!known.has(role) || !(await isMember(client, owner, role))) {
      missing.push(`GRANT ${role} TO ${quote(owner)}`)
    }
  }
  try {
    for (const statement of missing) await client.query(statement)
  } catch (error) {
    throw new DatabaseSetupError(
      `The owner of the database may not create roles (${(error as Error).message}). ` +
        `Run once as an administrator of the server: ${setUpStatements(login, owner)};`,
    )
  }
}

const isMember = async (client: Client, member: string, role: string): Promise<boolean> => {
  const { rows } = await client.query<{ member: boolean }>(
    `SELECT pg_has_role(m.oid, r.oid, 'MEMBER') AS member FROM pg_roles m, pg_roles r WHERE m.rolname = $1 AND r.rolname = $2`,
    [member, role],
  )
  return rows[0]?.member ?? false
}

const checkApplicationRole = async (client: Client, login: string): Promise<void> => {
  const facts = (await knownRoles(client, [login])).get(login)
  if (facts?.rolsuper || facts?.rolbypassrls) {
    throw new DatabaseSetupError(
      `The role ${login} of ASSAY_APPLICATION_DATABASE_URL is not held by row-level security: ALTER ROLE ${quote(login)} NOSUPERUSER NOBYPASSRLS;`,
    )
  }
  if (facts && !facts.rolcanlogin) {
    throw new DatabaseSetupError(
      `The role ${login} of ASSAY_APPLICATION_DATABASE_URL may not sign in: ALTER ROLE ${quote(login)} LOGIN PASSWORD '<password>';`,
    )
  }
}

/** Handing functions over to their roles takes the schema's owner, which is whoever owns the database. */
const checkOwnership = async (client: Client, owner: string): Promise<void> => {
  const { rows } = await client.query<{ database: string; owns: boolean }>(
    `SELECT current_database() AS database, pg_has_role(nspowner, 'USAGE') AS owns
       FROM pg_namespace WHERE nspname = 'public'`,
  )
  const { database, owns } = rows[0] ?? { database: '', owns: false }
  if (owns) return
  throw new DatabaseSetupError(
    `The role ${owner} of DATABASE_URL does not own the database ${database}: ALTER DATABASE ${quote(database)} OWNER TO ${quote(owner)};`,
  )
}

const checkApplicationSignsIn = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
  } catch (error) {
    throw new DatabaseSetupError(
      `ASSAY_APPLICATION_DATABASE_URL: cannot sign in to PostgreSQL: ${(error as Error).message}.`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
