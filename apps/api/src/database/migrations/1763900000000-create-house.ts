import { createDefinerFunction, openToLookup, protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Organizations, people, sessions, one-time links, tokens, idempotency and the audit chain. */
export class CreateHouse1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    await protect(runner)
    await createLookups(runner)
    await createAuditFunction(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of functions) await runner.query(`DROP FUNCTION ${name}`)
    for (const table of tableNames.toReversed()) await runner.query(`DROP TABLE "${table}"`)
  }
}

const tableNames = [
  'organizations',
  'users',
  'one_time_links',
  'sessions',
  'refresh_tokens',
  'api_tokens',
  'audit_events',
  'audit_heads',
  'idempotency_keys',
  'setup_links',
  'sign_in_limits',
]

const functions = [
  'assay_find_sign_in(text)',
  'assay_find_one_time_link(bytea)',
  'assay_find_refresh_token(bytea)',
  'assay_find_api_token(bytea)',
  'assay_organization_ids()',
  'assay_append_audit_event(text)',
]

const tables = [
  `CREATE TABLE organizations (
    id uuid NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL DEFAULT 'UTC',
    session_history_days integer NOT NULL DEFAULT 90,
    demo boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT organizations_pkey PRIMARY KEY (id),
    CONSTRAINT organizations_name_filled CHECK (length(btrim(name)) > 0),
    CONSTRAINT organizations_session_history CHECK (session_history_days BETWEEN 1 AND 730))`,
  `CREATE TABLE users (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    role text NOT NULL,
    status text NOT NULL,
    password_hash text,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_signed_in_at timestamptz,
    revision integer NOT NULL DEFAULT 1,
    CONSTRAINT users_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT users_role_known CHECK (role IN ('admin', 'recruiter', 'hiring_manager', 'interviewer')),
    CONSTRAINT users_status_known CHECK (status IN ('invited', 'active', 'disabled')),
    CONSTRAINT users_active_has_password CHECK (status <> 'active' OR password_hash IS NOT NULL),
    CONSTRAINT users_email_lower CHECK (email = lower(email)))`,
  `CREATE TABLE one_time_links (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    purpose text NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT one_time_links_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT one_time_links_purpose_known CHECK (purpose IN ('invitation', 'password_reset')),
    CONSTRAINT one_time_links_hash_length CHECK (octet_length(token_hash) = 32))`,
  `CREATE TABLE sessions (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    device text NOT NULL,
    address text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    ended_because text,
    CONSTRAINT sessions_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT sessions_end_known CHECK (ended_because IN ('signed_out', 'revoked', 'password_changed', 'password_reset', 'disabled', 'token_reused', 'expired')),
    CONSTRAINT sessions_end_whole CHECK ((ended_at IS NULL) = (ended_because IS NULL)))`,
  `CREATE TABLE refresh_tokens (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz,
    CONSTRAINT refresh_tokens_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT refresh_tokens_hash_length CHECK (octet_length(token_hash) = 32))`,
  `CREATE TABLE api_tokens (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    prefix text NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT api_tokens_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT api_tokens_hash_length CHECK (octet_length(token_hash) = 32),
    CONSTRAINT api_tokens_scoped CHECK (cardinality(scopes) > 0))`,
  `CREATE TABLE audit_events (
    organization_id uuid NOT NULL,
    sequence bigint NOT NULL,
    at timestamptz NOT NULL,
    action text NOT NULL,
    actor_id uuid,
    subject_type text NOT NULL,
    subject_id uuid,
    canonical text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_events_pkey PRIMARY KEY (organization_id, sequence),
    CONSTRAINT audit_events_sequence_positive CHECK (sequence > 0),
    CONSTRAINT audit_events_hash_length CHECK (octet_length(hash) = 32 AND octet_length(previous_hash) = 32))`,
  `CREATE TABLE audit_heads (
    organization_id uuid NOT NULL,
    sequence bigint NOT NULL,
    at timestamptz NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_heads_pkey PRIMARY KEY (organization_id))`,
  `CREATE TABLE idempotency_keys (
    organization_id uuid NOT NULL,
    user_id uuid NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    body text,
    etag text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (organization_id, user_id, route, key),
    CONSTRAINT idempotency_keys_hash_length CHECK (octet_length(request_hash) = 32))`,
  `CREATE TABLE setup_links (
    token_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT setup_links_pkey PRIMARY KEY (token_hash),
    CONSTRAINT setup_links_hash_length CHECK (octet_length(token_hash) = 32))`,
  `CREATE TABLE sign_in_limits (
    key text NOT NULL,
    points integer NOT NULL DEFAULT 0,
    expire bigint,
    CONSTRAINT sign_in_limits_pkey PRIMARY KEY (key))`,
]

const foreignKeys = [
  `ALTER TABLE users ADD CONSTRAINT users_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
  ...['one_time_links', 'sessions', 'api_tokens'].map(
    (table) => `ALTER TABLE ${table} ADD CONSTRAINT ${table}_user_fkey
      FOREIGN KEY (organization_id, user_id) REFERENCES users (organization_id, id) ON DELETE CASCADE`,
  ),
  `ALTER TABLE refresh_tokens ADD CONSTRAINT refresh_tokens_session_fkey
    FOREIGN KEY (organization_id, session_id) REFERENCES sessions (organization_id, id) ON DELETE CASCADE`,
]

const indexes = [
  'CREATE UNIQUE INDEX users_email_key ON users (email)',
  'CREATE INDEX users_by_name ON users (organization_id, name, id)',
  'CREATE INDEX users_by_email ON users (organization_id, email, id)',
  'CREATE INDEX users_by_role ON users (organization_id, role, id)',
  'CREATE INDEX users_by_status ON users (organization_id, status, id)',
  'CREATE INDEX users_by_created_at ON users (organization_id, created_at, id)',
  'CREATE INDEX users_by_last_signed_in_at ON users (organization_id, last_signed_in_at, id)',
  'CREATE UNIQUE INDEX one_time_links_token_key ON one_time_links (token_hash)',
  'CREATE INDEX one_time_links_by_user ON one_time_links (organization_id, user_id, purpose)',
  'CREATE INDEX sessions_by_user ON sessions (organization_id, user_id, started_at)',
  'CREATE INDEX sessions_by_expiry ON sessions (organization_id, expires_at)',
  'CREATE UNIQUE INDEX refresh_tokens_token_key ON refresh_tokens (token_hash)',
  'CREATE INDEX refresh_tokens_by_session ON refresh_tokens (organization_id, session_id)',
  'CREATE UNIQUE INDEX api_tokens_token_key ON api_tokens (token_hash)',
  'CREATE INDEX api_tokens_by_user ON api_tokens (organization_id, user_id, created_at)',
  'CREATE INDEX audit_events_by_action ON audit_events (organization_id, action, sequence)',
  'CREATE INDEX audit_events_by_actor ON audit_events (organization_id, actor_id, sequence)',
  'CREATE INDEX audit_events_by_subject ON audit_events (organization_id, subject_id, sequence)',
  'CREATE INDEX audit_events_by_at ON audit_events (organization_id, at)',
  'CREATE INDEX idempotency_keys_by_age ON idempotency_keys (organization_id, created_at)',
]

const protect = async (runner: QueryRunner): Promise<void> => {
  const edit = ['SELECT', 'INSERT', 'UPDATE'] as const
  const all = [...edit, 'DELETE'] as const
  await protectTenantTable(runner, 'organizations', { privileges: edit, organizationColumn: 'id' })
  await protectTenantTable(runner, 'users', { privileges: edit })
  await protectTenantTable(runner, 'one_time_links', { privileges: all })
  await protectTenantTable(runner, 'sessions', { privileges: all })
  await protectTenantTable(runner, 'refresh_tokens', { privileges: all })
  await protectTenantTable(runner, 'api_tokens', { privileges: edit })
  await protectTenantTable(runner, 'audit_events', { privileges: ['SELECT'] })
  await protectTenantTable(runner, 'audit_heads', { privileges: ['SELECT'] })
  await protectTenantTable(runner, 'idempotency_keys', { privileges: ['SELECT', 'INSERT', 'DELETE'] })
  // These two belong to no tenant: there is none before set-up, and a failed sign-in has not said whose it is.
  await runner.query('GRANT SELECT, INSERT, DELETE ON setup_links TO assay_application')
  await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_limits TO assay_application')
}

const lookup = (name: string, argument: string, returns: string, body: string): [string, string] => [
  `${name}(${argument.split(' ')[1] ?? ''})`,
  `CREATE FUNCTION ${name}(${argument}) RETURNS ${returns}
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS $body$ ${body} $body$`,
]

/** E-mail address or token hash → organization and user: the only questions asked before the tenant is known. */
const createLookups = async (runner: QueryRunner): Promise<void> => {
  const tokens = ['organization_id', 'id', 'token_hash']
  await openToLookup(runner, 'assay_lookup', 'organizations', ['id'])
  await openToLookup(runner, 'assay_lookup', 'users', [
    'organization_id',
    'id',
    'email',
    'status',
    'password_hash',
  ])
  await openToLookup(runner, 'assay_lookup', 'one_time_links', [...tokens, 'user_id'])
  await openToLookup(runner, 'assay_lookup', 'refresh_tokens', [...tokens, 'session_id'])
  await openToLookup(runner, 'assay_lookup', 'api_tokens', [...tokens, 'user_id'])
  const lookups = [
    lookup(
      'assay_find_sign_in',
      'wanted text',
      'TABLE (organization_id uuid, user_id uuid, status text, password_hash text)',
      'SELECT organization_id, id, status, password_hash FROM public.users WHERE email = wanted',
    ),
    lookup(
      'assay_find_one_time_link',
      'wanted bytea',
      'TABLE (organization_id uuid, user_id uuid, id uuid)',
      'SELECT organization_id, user_id, id FROM public.one_time_links WHERE token_hash = wanted',
    ),
    lookup(
      'assay_find_refresh_token',
      'wanted bytea',
      'TABLE (organization_id uuid, session_id uuid, id uuid)',
      'SELECT organization_id, session_id, id FROM public.refresh_tokens WHERE token_hash = wanted',
    ),
    lookup(
      'assay_find_api_token',
      'wanted bytea',
      'TABLE (organization_id uuid, user_id uuid, id uuid)',
      'SELECT organization_id, user_id, id FROM public.api_tokens WHERE token_hash = wanted',
    ),
    lookup('assay_organization_ids', '', 'SETOF uuid', 'SELECT id FROM public.organizations ORDER BY id'),
  ]
  for (const [signature, definition] of lookups) {
    await createDefinerFunction(runner, 'assay_lookup', signature, definition)
  }
}

/**
 * The only way into the record. It works for the organization of the running transaction and no other, gives the next
 * number, never lets time run backwards, and binds the entry to the one before it.
 */
const createAuditFunction = async (runner: QueryRunner): Promise<void> => {
  await runner.query(`CREATE FUNCTION assay_append_audit_event(entry text) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
    DECLARE
      organization uuid := NULLIF(current_setting('assay.organization_id', true), '')::uuid;
      head public.audit_heads%ROWTYPE;
      facts jsonb := entry::jsonb;
      moment timestamptz;
      link bytea;
    BEGIN
      IF organization IS NULL THEN
        RAISE EXCEPTION 'no organization is set';
      END IF;
      SELECT * INTO head FROM public.audit_heads WHERE organization_id = organization FOR UPDATE;
      IF NOT FOUND THEN
        INSERT INTO public.audit_heads (organization_id, sequence, at, hash)
          VALUES (organization, 0, to_timestamp(0), decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
        SELECT * INTO head FROM public.audit_heads WHERE organization_id = organization FOR UPDATE;
      END IF;
      moment := greatest(clock_timestamp(), head.at);
      link := sha256(convert_to(concat_ws(E'\\n',
        encode(head.hash, 'hex'), (head.sequence + 1)::text, organization::text,
        to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry), 'UTF8'));
      INSERT INTO public.audit_events
        (organization_id, sequence, at, action, actor_id, subject_type, subject_id, canonical, previous_hash, hash)
      VALUES (organization, head.sequence + 1, moment, facts ->> 'action', (facts ->> 'actorId')::uuid,
        facts ->> 'subjectType', (facts ->> 'subjectId')::uuid, entry, head.hash, link);
      UPDATE public.audit_heads SET sequence = head.sequence + 1, at = moment, hash = link
        WHERE organization_id = organization;
      RETURN head.sequence + 1;
    END $body$`)
  await runner.query('REVOKE ALL ON FUNCTION assay_append_audit_event(text) FROM PUBLIC')
  await runner.query('GRANT EXECUTE ON FUNCTION assay_append_audit_event(text) TO assay_application')
}
