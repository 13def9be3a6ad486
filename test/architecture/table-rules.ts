import type { Client } from 'pg'

/** Tables that belong to no organization, and why. */
export const WITHOUT_TENANT: Record<string, string> = {
  migrations: "TypeORM's own list; the application's role cannot read it",
  setup_links: 'there is no organization before set-up',
  sign_in_limits: 'a failed sign-in has not said whose it is; keys are hashes',
}

/** Indexes that may lead with something else: what is looked up before the organization is known. */
export const LOOKUP_INDEXES = new Set([
  'organizations_pkey',
  'users_email_key',
  'one_time_links_token_key',
  'refresh_tokens_token_key',
  'api_tokens_token_key',
])

/** Functions that run with other rights than the caller's: role → functions. */
export const DEFINER_FUNCTIONS = [
  'assay_append_audit_event owned by assay_owner',
  'assay_candidates_by_names owned by assay_search',
  'assay_candidates_by_resume owned by assay_search',
  'assay_candidates_like_name owned by assay_search',
  'assay_erase_candidates owned by assay_owner',
  'assay_find_api_token owned by assay_lookup',
  'assay_find_one_time_link owned by assay_lookup',
  'assay_find_refresh_token owned by assay_lookup',
  'assay_find_sign_in owned by assay_lookup',
  'assay_fit_changes owned by assay_owner',
  'assay_fit_ratings owned by assay_owner',
  'assay_organization_ids owned by assay_lookup',
]

interface TableFacts {
  name: string
  enabled: boolean
  forced: boolean
  tenant: boolean
}

const TABLES = `
  SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
         c.relname = 'organizations' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
           AND a.attname = 'organization_id' AND a.attnotnull AND NOT a.attisdropped) AS tenant
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`

const INDEXES = `
  SELECT i.relname AS name, t.relname AS "table", a.attname AS first
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
   WHERE t.relnamespace = 'public'::regnamespace ORDER BY 1`

const FOREIGN_KEYS = `
  SELECT k.conname AS name, a.attname AS first FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
   WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 1`

const OPEN_POLICIES = `
  SELECT tablename || '.' || policyname AS name FROM pg_policies
   WHERE schemaname = 'public' AND permissive = 'PERMISSIVE' AND (roles && ARRAY['public', 'assay_application']::name[])
     AND (qual IS NULL OR qual NOT LIKE '%assay.organization_id%')`

/** What is wrong with the tables of this database, in words; empty when nothing is. */
export const tableViolations = async (client: Client): Promise<string[]> => {
  const tables = (await client.query<TableFacts>(TABLES)).rows
  const indexes = (await client.query<{ name: string; table: string; first: string }>(INDEXES)).rows
  const foreignKeys = (await client.query<{ name: string; first: string }>(FOREIGN_KEYS)).rows
  const openPolicies = (await client.query<{ name: string }>(OPEN_POLICIES)).rows
  const ofTenants = tables.filter(({ name }) => !(name in WITHOUT_TENANT))
  return [
    ...ofTenants.filter((table) => !table.tenant).map(({ name }) => `${name} has no organization_id`),
    ...ofTenants
      .filter((table) => !table.enabled || !table.forced)
      .map(({ name }) => `${name} is not behind forced row-level security`),
    ...indexes
      .filter(({ name, table, first }) => {
        return !(table in WITHOUT_TENANT) && first !== 'organization_id' && !LOOKUP_INDEXES.has(name)
      })
      .map(({ name }) => `${name} does not lead with organization_id`),
    ...foreignKeys
      .filter(({ first }) => first !== 'organization_id')
      .map(({ name }) => `${name} does not lead with organization_id`),
    ...openPolicies.map(({ name }) => `${name} lets the application past its organization`),
  ]
}

export const definerFunctions = async (client: Client): Promise<string[]> => {
  const { rows } = await client.query<{ words: string; path: string | null }>(`
    SELECT p.proname || ' owned by ' || r.rolname AS words,
           (SELECT s FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%') AS path
      FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
     WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace ORDER BY 1`)
  return rows.map(({ words, path }) => (path === null ? `${words} WITHOUT search_path` : words))
}
