import { protectTenantTable } from '@assay/persistence'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Legal holds, the list of erasures, and the one function that redacts what is otherwise never written again. */
export class CreateErasures1764251000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE candidates ADD COLUMN erased_at timestamptz')
    await listBy(runner, 'merged_into IS NULL AND erased_at IS NULL')
    for (const statement of [...tables, ...foreignKeys, ...indexes]) await runner.query(statement)
    await protectTenantTable(runner, 'legal_holds', { privileges: ['SELECT', 'INSERT', 'UPDATE'] })
    await protectTenantTable(runner, 'erasures', { privileges: ['SELECT'] })
    await runner.query('REVOKE UPDATE ON candidate_keys FROM assay_application')
    await runner.query(`CREATE FUNCTION ${signature} ${body}`)
    await runner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`)
    await runner.query(`GRANT EXECUTE ON FUNCTION ${name} TO assay_application`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${name}`)
    await runner.query('GRANT UPDATE ON candidate_keys TO assay_application')
    for (const table of ['erasures', 'legal_holds']) await runner.query(`DROP TABLE ${table}`)
    await listBy(runner, 'merged_into IS NULL')
    await runner.query('ALTER TABLE candidates DROP COLUMN erased_at')
  }
}

/** Lists leave the erased out as they do the merged: an index that knows keeps them from reading a row for it. */
const listBy = async (runner: QueryRunner, listed: string): Promise<void> => {
  for (const [name, column] of Object.entries({
    name: 'sort_name',
    created_at: 'created_at',
    updated_at: 'updated_at',
    source: 'folded_source',
  })) {
    await runner.query(`DROP INDEX candidates_by_${name}`)
    await runner.query(
      `CREATE INDEX candidates_by_${name} ON candidates (organization_id, ${column}, id) WHERE ${listed}`,
    )
  }
}

const tables = [
  `CREATE TABLE legal_holds (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    candidate_id uuid,
    application_id uuid,
    job_id uuid,
    reason text NOT NULL,
    placed_by uuid,
    placed_at timestamptz NOT NULL DEFAULT now(),
    lifted_by uuid,
    lifted_at timestamptz,
    lift_reason text,
    CONSTRAINT legal_holds_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT legal_holds_on_one CHECK (num_nonnulls(candidate_id, application_id, job_id) = 1),
    CONSTRAINT legal_holds_lifted CHECK ((lifted_at IS NULL) = (lift_reason IS NULL)))`,
  // It names candidates without referring to them: the list is whole also where a restored backup never knew them.
  `CREATE TABLE erasures (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    number integer NOT NULL,
    candidate_id uuid NOT NULL,
    document_ids uuid[] NOT NULL DEFAULT '{}',
    reason text NOT NULL,
    reference text,
    erased_by uuid,
    erased_at timestamptz NOT NULL,
    replayed_at timestamptz,
    CONSTRAINT erasures_pkey PRIMARY KEY (organization_id, id),
    CONSTRAINT erasures_reason_known
      CHECK (reason IN ('asked', 'no_longer_needed', 'entered_by_mistake', 'retention')))`,
]

const reference = (from: string, column: string, to: string): string =>
  `ALTER TABLE ${from} ADD CONSTRAINT ${from}_${column.replace(/_id$/, '')}_fkey
    FOREIGN KEY (organization_id, ${column}) REFERENCES ${to} (organization_id, id) ON DELETE RESTRICT`

const foreignKeys = [
  reference('legal_holds', 'candidate_id', 'candidates'),
  reference('legal_holds', 'application_id', 'applications'),
  reference('legal_holds', 'job_id', 'jobs'),
  reference('legal_holds', 'placed_by', 'users'),
  reference('legal_holds', 'lifted_by', 'users'),
  `ALTER TABLE erasures ADD CONSTRAINT erasures_organization_fkey
    FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE RESTRICT`,
]

const standingOn = (column: string): string =>
  `CREATE INDEX legal_holds_by_${column.replace(/_id$/, '')} ON legal_holds (organization_id, ${column})
    WHERE ${column} IS NOT NULL`

const indexes = [
  ...['candidate_id', 'application_id', 'job_id'].map((column) => standingOn(column)),
  'CREATE INDEX legal_holds_by_placed_at ON legal_holds (organization_id, placed_at, id)',
  'CREATE UNIQUE INDEX erasures_number_key ON erasures (organization_id, number)',
  'CREATE UNIQUE INDEX erasures_candidate_key ON erasures (organization_id, candidate_id)',
]

const name = 'assay_erase_candidates(jsonb, boolean)'
const signature = 'assay_erase_candidates(wanted jsonb, replayed boolean) RETURNS void'

/**
 * Of the organization of the running transaction and no other. It writes the list, destroys the keys and empties what
 * the application itself may not change; the rest of a person's rows the application redacts in the same transaction.
 * Active applications and standing holds forbid it once more here. A restored backup may hold both of a person whose
 * erasure was allowed afterwards, so a replay is not asked for them.
 */
const body = `LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
  DECLARE
    organization uuid := NULLIF(current_setting('assay.organization_id', true), '')::uuid;
    candidates uuid[] := ARRAY(SELECT (one ->> 'candidateId')::uuid FROM jsonb_array_elements(wanted) AS one);
    last integer;
  BEGIN
    IF organization IS NULL THEN
      RAISE EXCEPTION 'no organization is set';
    END IF;
    IF NOT replayed AND EXISTS (SELECT FROM public.applications a WHERE a.organization_id = organization
        AND a.candidate_id = ANY (candidates) AND a.status = 'active') THEN
      RAISE EXCEPTION 'an application is active';
    END IF;
    IF NOT replayed AND EXISTS (SELECT FROM public.legal_holds h WHERE h.organization_id = organization
        AND h.lifted_at IS NULL AND (h.candidate_id = ANY (candidates) OR EXISTS (
          SELECT FROM public.applications a WHERE a.organization_id = organization
             AND a.candidate_id = ANY (candidates) AND (a.id = h.application_id OR a.job_id = h.job_id)))) THEN
      RAISE EXCEPTION 'a legal hold stands';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(organization::text, 46));
    SELECT coalesce(max(number), 0) INTO last FROM public.erasures WHERE organization_id = organization;
    INSERT INTO public.erasures AS e
      (organization_id, id, number, candidate_id, document_ids, reason, reference, erased_by, erased_at, replayed_at)
    SELECT organization, (one ->> 'id')::uuid, coalesce((SELECT n FROM (SELECT (one ->> 'number')::integer AS n) AS kept
             WHERE NOT EXISTS (SELECT FROM public.erasures t
               WHERE t.organization_id = organization AND t.number = n)), (last + place)::integer),
           (one ->> 'candidateId')::uuid,
           ARRAY(SELECT jsonb_array_elements_text(one -> 'documentIds'))::uuid[], one ->> 'reason', one ->> 'reference',
           (one ->> 'erasedBy')::uuid, coalesce((one ->> 'erasedAt')::timestamptz, now()),
           CASE WHEN replayed THEN now() END
      FROM jsonb_array_elements(wanted) WITH ORDINALITY AS listed(one, place)
    ON CONFLICT (organization_id, candidate_id) DO UPDATE SET replayed_at = excluded.replayed_at WHERE replayed;
    UPDATE public.candidate_keys SET wrapped_key = NULL, destroyed_at = now()
     WHERE organization_id = organization AND candidate_id = ANY (candidates) AND destroyed_at IS NULL;
    UPDATE public.application_changes SET sealed_note = NULL
     WHERE organization_id = organization AND sealed_note IS NOT NULL AND application_id IN (
       SELECT id FROM public.applications WHERE organization_id = organization AND candidate_id = ANY (candidates));
  END $body$`
