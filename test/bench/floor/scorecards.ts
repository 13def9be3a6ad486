import type { ScorecardDraft } from '@assay/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'

const ROOM = `
  SELECT json_build_object('id', s.id, 'status', s.status, 'revision', s.revision, 'draft', s.draft::json,
           'submittedAt', s.submitted_at) AS scorecard,
         json_build_object('id', i.id, 'startsAt', i.starts_at, 'endsAt', i.ends_at, 'timeZone', i.time_zone,
           'place', i.place, 'link', i.link, 'status', i.status,
           'candidate', json_build_object('id', c.id, 'name', c.name),
           'job', json_build_object('id', j.id, 'title', j.title),
           'panel', (SELECT json_agg(json_build_object('userId', u.id, 'name', u.name, 'shadow', p.shadow))
              FROM panelists p JOIN users u ON u.organization_id = p.organization_id AND u.id = p.user_id
             WHERE p.organization_id = i.organization_id AND p.interview_id = i.id)) AS interview,
         v.content AS kit, '[]'::json AS "handOffs"
    FROM floor_scorecards s
    JOIN interviews i ON i.organization_id = $1 AND i.id = s.interview_id
    JOIN applications a ON a.organization_id = i.organization_id AND a.id = i.application_id
    JOIN candidates c ON c.organization_id = a.organization_id AND c.id = a.candidate_id
    JOIN jobs j ON j.organization_id = a.organization_id AND j.id = a.job_id
    JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
   WHERE s.id = $2`

const APPEND = `
  WITH head AS (UPDATE floor_chain SET sequence = sequence + 1, hash = sha256(hash || convert_to($1, 'UTF8'))
    RETURNING sequence, hash)
  INSERT INTO floor_events SELECT sequence, $1, hash FROM head`

interface Asked {
  Params: { id: string }
  Body: { draft: ScorecardDraft }
}

const seenIn = (request: FastifyRequest): number => Number(request.headers['if-match']?.slice(1, -1))

/** One scorecard's room, a save of its draft, and its submission, as somebody would write them by hand. */
export const floorScorecards = (
  fastify: FastifyInstance,
  pool: pg.Pool,
  organizationOf: (request: FastifyRequest) => string | null,
): void => {
  const room = async (request: FastifyRequest<Asked>, reply: FastifyReply): Promise<unknown> => {
    const organizationId = organizationOf(request)
    if (organizationId === null) return reply.status(401).send()
    const values = [organizationId, request.params.id]
    const { rows } = await pool.query({ name: 'room', text: ROOM, values })
    return rows[0] as unknown
  }

  fastify.get<Asked>('/api/v1/scorecards/:id/room', room)

  fastify.patch<Asked>('/api/v1/scorecards/:id', async (request, reply) => {
    if (organizationOf(request) === null) return reply.status(401).send()
    const { rows } = await pool.query({
      name: 'save',
      text: `UPDATE floor_scorecards SET draft = $2, revision = revision + 1
              WHERE id = $1 AND revision = $3 AND status = 'draft' RETURNING id, revision, now() AS "savedAt"`,
      values: [request.params.id, JSON.stringify(request.body.draft), seenIn(request)],
    })
    return (rows[0] as unknown) ?? reply.status(412).send()
  })

  fastify.post<Asked>('/api/v1/scorecards/:id/submit', async (request, reply) => {
    if (organizationOf(request) === null) return reply.status(401).send()
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      const isDone = await submit(client, request.params.id, seenIn(request))
      await client.query(isDone ? 'COMMIT' : 'ROLLBACK')
      if (!isDone) return reply.status(412).send()
    } finally {
      client.release()
    }
    return room(request, reply)
  })
}

const submit = async (client: pg.PoolClient, id: string, seen: number): Promise<boolean> => {
  const { rows } = await client.query<{ draft: string }>({
    name: 'submit',
    text: `UPDATE floor_scorecards SET status = 'submitted', submitted_at = now()
            WHERE id = $1 AND revision = $2 AND status = 'draft' RETURNING draft`,
    values: [id, seen],
  })
  if (!rows[0]) return false
  const { privateNotes: _own, handOff: _separate, ...content } = JSON.parse(rows[0].draft) as ScorecardDraft
  await client.query({
    name: 'revision',
    text: 'INSERT INTO floor_revisions VALUES ($1, 1, $2, $3, $4)',
    values: [id, JSON.stringify(content), content.recommendation, content.confidence],
  })
  const rated = Object.entries(content.ratings)
  await client.query({
    name: 'ratings',
    text: 'INSERT INTO floor_ratings SELECT $1, 1, r.id, r.level FROM unnest($2::uuid[], $3::smallint[]) AS r(id, level)',
    values: [id, rated.map(([competencyId]) => competencyId), rated.map(([, { level }]) => level)],
  })
  const entry = JSON.stringify({ action: 'scorecard.submitted', subjectId: id })
  await client.query({ name: 'event', text: APPEND, values: [entry] })
  return true
}
