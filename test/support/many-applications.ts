import { createHash } from 'node:crypto'

/** What of pg's client is used here. */
interface Asks {
  query: (text: string, values?: unknown[]) => Promise<unknown>
}

/** Ids of rows by kind and number, the same at every run, with the version and variant that a UUID has. */
const rowId = (kind: string, number: string): string =>
  `overlay(overlay(md5('${kind}' || ${number}) placing '7' from 13) placing '8' from 17)::uuid`
/** As `fillWithCandidates` makes them. */
const CANDIDATE = `('01900000-0000-7000-8' || substr(md5($1::uuid::text), 1, 3) || '-' || lpad(to_hex(n), 12, '0'))::uuid`
const DICE = (what: string): string =>
  `(('x' || substr(md5('${what}' || n), 1, 8))::bit(32)::bigint / 4294967296::float8)`

export const JOBS = 50
export const STAGES = 6
/** The first job has this many applications; the others share the rest, unevenly. */
export const PIPELINE = 2_000

const JOB = `CASE WHEN n <= ${PIPELINE} THEN 1 ELSE 2 + floor(${DICE('job')}^2 * ${JOBS - 1})::int END`
const STAGE = `1 + floor(${DICE('stage')} * ${STAGES})::int`
const STATUS = `CASE WHEN ${DICE('status')} < 0.3 OR n <= ${PIPELINE} THEN 'active' ELSE 'withdrawn' END`
const AT = 'now() - make_interval(mins => $2::int - n)'

/** The job that has the pipeline. */
export const firstJobId = (): string => {
  const hex = createHash('md5').update('job1').digest('hex')
  const id = `${hex.slice(0, 12)}7${hex.slice(13, 16)}8${hex.slice(17)}`
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const STATEMENTS = [
  `INSERT INTO jobs (organization_id, id, title, department, family, level, description, blind_until, search_text)
   SELECT $1::uuid, ${rowId('job', 'n')}, 'Job ' || n, 'Engineering', 'Engineering', 'senior', '', 'own_submitted', 'job ' || n
     FROM generate_series(1, ${JOBS}) AS n WHERE $2::int > 0`,
  `INSERT INTO job_stages (organization_id, id, job_id, name, requires_scorecards, position)
   SELECT $1::uuid, ${rowId('stage', "(n || '-' || s)")}, ${rowId('job', 'n')}, 'Stage ' || s, false, s
     FROM generate_series(1, ${JOBS}) AS n, generate_series(1, ${STAGES}) AS s WHERE $2::int > 0`,
  `INSERT INTO applications (organization_id, id, candidate_id, job_id, stage_id, status, applied_at, entered_stage_at,
          last_activity_at)
   SELECT $1::uuid, ${rowId('application', 'n')}, ${CANDIDATE}, ${rowId('job', '(' + JOB + ')')},
          ${rowId('stage', `((${JOB}) || '-' || (${STAGE}))`)}, ${STATUS}, ${AT}, ${AT}, ${AT}
     FROM generate_series(1, $2::int) AS n`,
  `INSERT INTO application_changes (organization_id, application_id, revision, kind, stage_id, stage_name, status,
          entered_stage_at, change_set_id)
   SELECT organization_id, id, 1, 'applied', stage_id, 'Stage', 'active', entered_stage_at, id
     FROM applications WHERE organization_id = $1 AND $2::int > 0`,
]

/** One application of every candidate that `fillWithCandidates` made, over fifty jobs with six stages each. */
export const fillWithApplications = async (
  client: Asks,
  { organizationId, count }: { organizationId: string; count: number },
): Promise<void> => {
  for (const statement of STATEMENTS) await client.query(statement, [organizationId, count])
  for (const table of ['jobs', 'job_stages', 'applications', 'application_changes'])
    await client.query(`VACUUM ANALYZE ${table}`)
}
