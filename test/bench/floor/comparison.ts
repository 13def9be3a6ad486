import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'

const CELLS = `
  SELECT a.id AS "applicationId", c.name AS "candidateName", r.competency_id AS "competencyId",
         json_agg(json_build_object('scorecardId', s.id, 'raterId', u.id, 'raterName', u.name, 'level', r.level)) AS ratings,
         avg(r.level)::float8 AS mean, max(r.level) - min(r.level) AS spread, count(DISTINCT u.id)::int AS raters
    FROM applications a
    JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
    JOIN scorecards s ON s.organization_id = a.organization_id AND s.application_id = a.id AND s.status = 'submitted'
    JOIN users u ON u.organization_id = s.organization_id AND u.id = s.user_id
    JOIN ratings r ON r.organization_id = s.organization_id AND r.scorecard_id = s.id
     AND r.revision_number = s.revision_number AND r.level IS NOT NULL
   WHERE a.organization_id = $1 AND a.id = ANY ($2::uuid[])
   GROUP BY a.id, c.name, r.competency_id ORDER BY c.name, a.id, r.competency_id`

const FIT = `
  SELECT (SELECT json_agg(e.value) FROM jsonb_array_elements(f.figures -> 'candidates') e
           WHERE e.value ->> 'applicationId' = ANY ($3::text[])) AS candidates,
         (SELECT json_agg(e.value) FROM jsonb_array_elements(f.figures -> 'pairs') e
           WHERE e.value ->> 'a' = ANY ($3::text[]) AND e.value ->> 'b' = ANY ($3::text[])) AS pairs
    FROM measurement_fits f WHERE f.organization_id = $1 AND f.job_id = $2 AND f.status = 'done'
   ORDER BY f.taken_at DESC LIMIT 1`

interface Cell {
  applicationId: string
  candidateName: string
}

interface Fit {
  candidates: ({ applicationId: string } & Record<string, number>)[]
  pairs: unknown[]
}

/** Candidates side by side, as somebody would write it by hand: what counts, and what was computed before. */
export const floorComparison = (
  fastify: FastifyInstance,
  pool: pg.Pool,
  organizationOf: (request: FastifyRequest) => string | null,
): void => {
  fastify.get<{ Params: { id: string }; Querystring: { applicationIds: string } }>(
    '/api/v1/jobs/:id/comparison',
    async (request, reply) => {
      const organizationId = organizationOf(request)
      if (organizationId === null) return reply.status(401).send()
      const ids = request.query.applicationIds.split(',')
      const cells = await pool.query<Cell>({ name: 'cells', text: CELLS, values: [organizationId, ids] })
      const fit = await pool.query<Fit>({
        name: 'fit',
        text: FIT,
        values: [organizationId, request.params.id, ids],
      })
      const { candidates = [], pairs = [] } = fit.rows[0] ?? {}
      const fair = new Map(candidates.map((one) => [one.applicationId, one]))
      const applications = [...Map.groupBy(cells.rows, ({ applicationId }) => applicationId)].map(
        ([applicationId, own]) => ({
          applicationId,
          candidateName: own[0]?.candidateName,
          cells: own,
          fair: fair.get(applicationId) ?? null,
        }),
      )
      return { applications, pairs }
    },
  )
}
