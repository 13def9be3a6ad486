import type { ScorecardDraft, VersionContent } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { CandidateKeysService } from '../../candidates/candidate-keys.service.ts'
import { BlankScorecardsService } from '../../scorecards/blank-scorecards.service.ts'
import { type DemoChapter, type DemoContext, people } from './demo.ts'
import { writtenScorecard } from './written-scorecard.ts'

const RECRUITER = 'ruth.lindqvist@northwind.example'
/** Whose password is printed: what they find on their home page is a Tuesday. */
const INTERVIEWER = 'ines.duarte@northwind.example'

export interface Sitting {
  scorecardId: string
  applicationId: string
  candidateId: string
  wrappedKey: Buffer
  endedAt: Date
  kit: VersionContent
}

/** What panels wrote about the interviews of the days before, one interview now, and one scorecard that is owed. */
export const scorecardsChapter: DemoChapter = {
  name: 'scorecards',
  tell: async (context) => {
    await context.as(RECRUITER, () => layBlanks(context))
    for (const { email, status } of people) {
      if (status === undefined) await context.as(email, () => writeOwn(context, writtenScorecard))
    }
    await context.as(RECRUITER, () => setTheDay(context))
  },
}

/** For every panel that has none yet. */
export const layBlanks = async ({ app }: DemoContext): Promise<void> => {
  const work = app.get(UnitOfWork, { strict: false })
  const interviews = await work.query<{ id: string; applicationId: string }>(
    `SELECT i.id, i.application_id AS "applicationId" FROM interviews i WHERE i.organization_id = $1
        AND NOT EXISTS (SELECT FROM scorecards s WHERE s.organization_id = $1 AND s.interview_id = i.id)`,
    [work.tenant.organizationId],
  )
  const blanks = app.get(BlankScorecardsService, { strict: false })
  for (const interview of interviews) await blanks.lay(interview)
}

/** Of interviews whose scorecards are in and not written. Written as rows: the commands of the product act now. */
export const writeOwn = async (
  { app }: DemoContext,
  draftOf: (sitting: Sitting & { userId: string }) => ScorecardDraft,
): Promise<void> => {
  const work = app.get(UnitOfWork, { strict: false })
  const keys = app.get(CandidateKeysService, { strict: false })
  const { organizationId, userId } = work.tenant
  const sittings = await work.query<Sitting>(
    `SELECT s.id AS "scorecardId", s.application_id AS "applicationId", a.candidate_id AS "candidateId",
            k.wrapped_key AS "wrappedKey", i.ends_at AS "endedAt", v.content AS kit
       FROM scorecards s
       JOIN panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
        AND p.user_id = s.user_id AND p.scorecard_released_at IS NOT NULL
       JOIN interviews i ON i.organization_id = s.organization_id AND i.id = s.interview_id
       JOIN interview_template_versions v ON v.organization_id = i.organization_id AND v.id = i.version_id
       JOIN applications a ON a.organization_id = s.organization_id AND a.id = s.application_id
       JOIN candidate_keys k ON k.organization_id = a.organization_id AND k.candidate_id = a.candidate_id
      WHERE s.organization_id = $1 AND s.user_id = $2 AND s.status = 'draft'`,
    [organizationId, userId],
  )
  const written = sittings.map((sitting) => {
    const { scorecardId, candidateId, wrappedKey, endedAt } = sitting
    const draft = draftOf({ ...sitting, userId: userId ?? '' })
    const { privateNotes: _own, handOff: _none, ...content } = draft
    const { seal } = keys.with(candidateId, wrappedKey)
    return {
      id: scorecardId,
      at: new Date(endedAt.getTime() + 40 * 60_000),
      draft: seal(JSON.stringify(draft)),
      content: seal(JSON.stringify(content)),
      recommendation: draft.recommendation,
      confidence: draft.confidence,
      ratings: Object.entries(draft.ratings).map(([id, { level }]) => ({
        id,
        level: typeof level === 'number' ? level : null,
      })),
    }
  })
  const values = [organizationId, userId, JSON.stringify(written)]
  for (const statement of STATEMENTS) await work.query(statement, values)
}

const ROWS = `jsonb_to_recordset($3::jsonb) AS r(id uuid, at timestamptz, draft text, content text,
  recommendation text, confidence text, ratings jsonb)`

/** Each names $2: a statement must know the type of every value it is given. */
const STATEMENTS = [
  `INSERT INTO scorecard_drafts (organization_id, scorecard_id, user_id, sealed_draft, saved_at, revision)
   SELECT $1, r.id, $2, r.draft, r.at, 2 FROM ${ROWS}`,
  `INSERT INTO scorecard_revisions (organization_id, scorecard_id, number, sealed_content, recommendation,
     confidence, after_seeing_others, draft_revision, submitted_at)
   SELECT $1, r.id, 1, r.content, r.recommendation, r.confidence, false, 2, r.at FROM ${ROWS}
    WHERE $2::uuid IS NOT NULL`,
  `INSERT INTO ratings (organization_id, scorecard_id, revision_number, competency_id, level)
   SELECT $1, r.id, 1, g.id, g.level FROM ${ROWS},
          jsonb_to_recordset(r.ratings) AS g(id uuid, level smallint) WHERE $2::uuid IS NOT NULL`,
  `UPDATE scorecards s SET status = 'submitted', submitted_at = r.at, revision_number = 1,
     recommendation = r.recommendation, confidence = r.confidence
     FROM ${ROWS} WHERE s.organization_id = $1 AND s.id = r.id AND s.user_id = $2`,
]

/** Of the interviews that wait for this interviewer, the first is happening now, and the second was yesterday. */
const setTheDay = async ({ app, userIds }: DemoContext): Promise<void> => {
  const work = app.get(UnitOfWork, { strict: false })
  await work.query(
    `WITH own AS (SELECT i.id, row_number() OVER (ORDER BY i.starts_at, i.id) AS place
         FROM interviews i JOIN panelists p ON p.organization_id = i.organization_id AND p.interview_id = i.id
        WHERE i.organization_id = $1 AND p.user_id = $2 AND p.owes AND i.status = 'scheduled'),
      day AS (SELECT id, CASE place WHEN 1 THEN date_trunc('minute', now()) - interval '12 minutes'
          ELSE date_trunc('hour', now()) - interval '25 hours' END AS starts FROM own WHERE place <= 2)
     UPDATE interviews i SET starts_at = day.starts, ends_at = day.starts + (i.ends_at - i.starts_at)
       FROM day WHERE i.organization_id = $1 AND i.id = day.id`,
    [work.tenant.organizationId, userIds.get(INTERVIEWER)],
  )
}
