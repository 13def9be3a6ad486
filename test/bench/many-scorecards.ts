import type {
  Interview,
  InterviewRoom,
  InterviewTemplate,
  InterviewTemplateVersion,
  Question,
  SavedScorecard,
  ScorecardDraft,
} from '@assay/contracts'
import type pg from 'pg'
import { fillWithApplications } from '../support/many-applications.ts'
import { fillWithCandidates } from '../support/many-candidates.ts'
import type { Ask } from './largest-draft.ts'

const QUESTIONS = 30
const SECTIONS = 5
const RATED = 8
const APPLICATIONS = 25
const DRAFT_CHARACTERS = 2_000
const SCORECARDS = 4_000
const OWED = 20
/** Of others, beside those that are written about. */
const CANDIDATES = 10_000
const FIELD = '0197a000-0000-7000-8000-00000000f1e1'

export interface ManyScorecards {
  ids: string[]
  /** Complete, of two kilobytes; the same in each of them. */
  draft: ScorecardDraft
  revision: number
}

const tellsAbout = (question: Question, ids: readonly string[]): boolean =>
  question.competencies.some(({ competencyId }) => ids.includes(competencyId))

/** Each question tells about one of these: else a version is not published. */
const mostAskedFor = (questions: readonly Question[]): string[] => {
  const counts = new Map<string, number>()
  for (const { competencyId: id } of questions.flatMap(({ competencies }) => competencies)) {
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, RATED)
    .map(([id]) => id)
}

/** Thirty questions, eight competencies. @returns the template */
export const publishedKit = async (ask: Ask): Promise<string> => {
  const known = await ask<Question[]>('/questions?range=[0,499]')
  const competencies = mostAskedFor(known)
  const questions = known.filter((one) => tellsAbout(one, competencies)).slice(0, QUESTIONS)
  const made = await ask<InterviewTemplate>('/interview-templates', 'POST', { name: 'Thirty questions' })
  const path = `/interview-template-versions/${made.open[0]!.id}`
  const { draft, revision } = await ask<InterviewTemplateVersion>(path)
  const sections = Array.from({ length: SECTIONS }, (_unused, place) => ({
    id: crypto.randomUUID(),
    title: `Part ${place + 1}`,
    guidance: '',
    questions: questions
      .filter((_question, index) => index % SECTIONS === place)
      .map(({ id }) => ({ questionId: id, overrides: {} })),
  }))
  const rated = competencies.map((competencyId) => ({ competencyId, overrides: {} }))
  await ask(
    path,
    'PATCH',
    { draft: { ...draft, durationMinutes: 480, competencies: rated, sections } },
    revision,
  )
  await ask(`${path}/publish`, 'POST', { note: 'The first.' })
  return made.id
}

const completeDraft = ({ kit: { competencies, scale, sections } }: InterviewRoom): ScorecardDraft => {
  const draft: ScorecardDraft = {
    structures: {},
    signals: {},
    privateNotes: '',
    handOff: {},
    ratings: Object.fromEntries(competencies.map(({ id }) => [id, { level: scale - 1, evidence: {} }])),
    recommendation: 'yes',
    confidence: 'medium',
    questions: Object.fromEntries(
      sections
        .flatMap(({ questions }) => questions)
        .slice(0, 4)
        .map(({ id }) => [
          id,
          { notes: 'Said what it does.', expectedPoints: { 0: true }, seniorExtras: {}, redFlags: {} },
        ]),
    ),
    summary: 'Knows it.',
  }
  const missing = DRAFT_CHARACTERS - JSON.stringify(draft).length
  return { ...draft, summary: 'Knows the runtime well. '.repeat(100).slice(0, missing) }
}

/** Each copy is an interview of its own, with its seat and its scorecard; texts are sealed for a candidate, so they open. */
const COPIES = [
  `CREATE TEMPORARY TABLE copies AS
     SELECT s.organization_id, s.id AS old, s.interview_id AS old_interview, gen_random_uuid() AS id,
            gen_random_uuid() AS interview_id
       FROM scorecards s, generate_series(2, $1::int) AS number`,
  ...(
    [
      ['interviews', 'r.id = c.old_interview', `'id', c.interview_id`],
      ['panelists', 'r.interview_id = c.old_interview', `'interview_id', c.interview_id`],
      ['scorecards', 'r.id = c.old', `'id', c.id, 'interview_id', c.interview_id`],
      ['scorecard_drafts', 'r.scorecard_id = c.old', `'scorecard_id', c.id`],
    ] as const
  ).map(
    ([table, which, changes]) =>
      `INSERT INTO ${table} SELECT (jsonb_populate_record(r, jsonb_build_object(${changes}))).*
         FROM copies c JOIN ${table} r ON r.organization_id = c.organization_id AND ${which}`,
  ),
]

/** Tables of the floor: what the same work needs when nobody else is to be kept out, and nothing is sealed. */
const FLOOR = [
  `CREATE TABLE floor_scorecards (id uuid PRIMARY KEY, interview_id uuid NOT NULL, status text NOT NULL,
     revision integer NOT NULL, draft text NOT NULL, submitted_at timestamptz) WITH (fillfactor = 80)`,
  `CREATE TABLE floor_revisions (scorecard_id uuid, number integer, content text NOT NULL,
     recommendation text NOT NULL, confidence text NOT NULL, PRIMARY KEY (scorecard_id, number))`,
  `CREATE TABLE floor_ratings (scorecard_id uuid, number integer, competency_id uuid, level smallint,
     PRIMARY KEY (scorecard_id, number, competency_id))`,
  'CREATE TABLE floor_chain (sequence bigint NOT NULL, hash bytea NOT NULL)',
  `CREATE TABLE floor_events (sequence bigint PRIMARY KEY, entry text NOT NULL, hash bytea NOT NULL)`,
  `INSERT INTO floor_chain VALUES (0, sha256('nothing'))`,
]

/** One person owes a few scorecards at a time, and has written the others before. */
const OWE_A_FEW = `UPDATE panelists SET owes = false, released_at = now()
  WHERE interview_id NOT IN (SELECT interview_id FROM scorecards ORDER BY id LIMIT ${OWED})`

/** Everything is a draft again. */
export const RESET = [
  'TRUNCATE ratings, scorecard_revisions',
  'UPDATE panelists SET recall_until = NULL, scorecard_released_at = NULL',
  `UPDATE scorecards SET status = 'draft', submitted_at = NULL, recommendation = NULL, confidence = NULL,
     revision_number = 0, recalled_through = 0`,
  'TRUNCATE floor_ratings, floor_revisions',
  `UPDATE floor_scorecards SET status = 'draft', submitted_at = NULL`,
  ...['panelists', 'scorecards', 'floor_scorecards', 'scorecard_drafts'].map(
    (table) => `VACUUM ANALYZE ${table}`,
  ),
]

/** Interviews of the person who asks, with a kit of thirty questions, their scorecards opened and complete. */
export const manyScorecards = async (ask: Ask, client: pg.Client): Promise<ManyScorecards> => {
  const { id: organizationId } = await ask<{ id: string }>('/organization')
  await fillWithCandidates(client, { organizationId, count: CANDIDATES, fieldId: FIELD })
  await fillWithApplications(client, { organizationId, count: CANDIDATES })
  const templateId = await publishedKit(ask)
  const { user } = await ask<{ user: { id: string } }>('/sessions/current')
  const job = await ask<{ id: string }>('/jobs', 'POST', {
    title: 'Backend engineer',
    department: 'Platform',
    level: 'senior',
  })
  let written: Pick<ManyScorecards, 'draft' | 'revision'> | null = null
  for (let number = 1; number <= APPLICATIONS; number += 1) {
    const candidate = await ask<{ id: string }>('/candidates', 'POST', { name: `Candidate ${number}` })
    const facts = { candidateId: candidate.id, jobId: job.id }
    const application = await ask<{ id: string }>('/applications', 'POST', facts)
    const interview = await ask<Interview>('/interviews', 'POST', {
      applicationId: application.id,
      templateId,
      startsAt: new Date(Date.now() + number * 86_400_000).toISOString(),
      minutes: 480,
      timeZone: 'UTC',
      panel: [{ userId: user.id }],
    })
    const path = `/scorecards/${interview.ownScorecard!.id}`
    const room = await ask<InterviewRoom>(`${path}/room`)
    const draft = completeDraft(room)
    const { revision } = await ask<SavedScorecard>(path, 'PATCH', { draft }, room.scorecard.revision)
    written = { draft, revision }
  }
  if (written === null) throw new Error('Nothing was written.')
  for (const [place, statement] of COPIES.entries()) {
    await client.query(statement, place === 0 ? [SCORECARDS / APPLICATIONS] : [])
  }
  for (const statement of FLOOR) await client.query(statement)
  await client.query(
    `INSERT INTO floor_scorecards SELECT id, interview_id, 'draft', $1, $2, NULL FROM scorecards`,
    [written.revision, JSON.stringify(written.draft)],
  )
  await client.query(OWE_A_FEW)
  await client.query('VACUUM ANALYZE')
  const { rows } = await client.query<{ id: string }>('SELECT id FROM scorecards ORDER BY id')
  return { ids: rows.map(({ id }) => id), ...written }
}
