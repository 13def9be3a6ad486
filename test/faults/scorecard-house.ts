import type { Interview, InterviewRoom } from '@assay/contracts'
import { createDatabase, type TestDatabase, withClient } from '../support/database.ts'
import { hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { inDays } from '../support/panels.ts'
import { SECRET } from '../support/running-house.ts'
import { completeDraft, scorecardsOf } from '../support/scorecards.ts'
import { type AssayProcess, freePort, setUp, startAssay } from './assay-process.ts'

/** A server with scorecards to write. Its admin sits on every panel, and is signed in. */
export interface ScorecardHouse {
  admin: HttpClient
  url: string
  database: TestDatabase
  /** As they were opened, each with a draft that lacks nothing saved once. */
  rooms: InterviewRoom[]
  running: () => AssayProcess
  /** Ids of people who were invited and never came. */
  people: string[]
  /** kill -9, and a new process on the same port. @returns milliseconds from its start to ready */
  killAndStart: (meanwhile?: () => Promise<unknown>) => Promise<number>
  /** One more interview with the admin, its scorecard opened and complete. */
  another: () => Promise<InterviewRoom>
  /** As the owner of the database sees it. */
  rows: <Row>(statement: string, values?: unknown[]) => Promise<Row[]>
}

export interface ScorecardHouseOptions {
  scorecards: number
  invited?: number
  environment?: Record<string, string>
  /** Where the server reaches its database, when it is not there directly. */
  through?: (url: string) => Promise<string>
}

export const openScorecardHouse = async (options: ScorecardHouseOptions): Promise<ScorecardHouse> => {
  const database = await createDatabase()
  const through = options.through ?? (async (url: string) => url)
  const environment = {
    ASSAY_PORT: String(await freePort()),
    ASSAY_SECRET: SECRET,
    DATABASE_URL: await through(database.ownerUrl),
    ASSAY_APPLICATION_DATABASE_URL: await through(database.applicationUrl),
    ...options.environment,
  }
  let assay = await startAssay({ environment })
  const { admin, people } = await setUp(assay, options.invited ?? 0)
  const another = await scheduling(admin)
  const rooms: InterviewRoom[] = []
  for (let number = 0; number < options.scorecards; number += 1) rooms.push(await another())
  return {
    admin,
    url: assay.url,
    database,
    rooms,
    people,
    running: () => assay,
    killAndStart: async (meanwhile) => {
      await assay.kill()
      await meanwhile?.()
      assay = await startAssay({ environment })
      return assay.startedInMs
    },
    another,
    rows: (statement, values = []) =>
      withClient(database.ownerUrl, async (client) => (await client.query(statement, values)).rows as never),
  }
}

/** Each interview on an application of its own: whoever owes on one schedules no more of it. */
export const scheduling = async (admin: HttpClient): Promise<() => Promise<InterviewRoom>> => {
  const hiring = hiringOf(admin)
  const { id: templateId } = await templatesOf(admin).kit('kit.python-fundamentals')
  const job = await hiring.job()
  const me = (await admin.get('/api/v1/sessions/current')).json<{ user: { id: string } }>().user.id
  const scorecards = scorecardsOf(admin)
  let day = 0
  return async () => {
    const { id: applicationId } = await hiring.apply(await hiring.candidate(`Candidate ${(day += 1)}`), job)
    const facts = { applicationId, templateId, startsAt: inDays(day), minutes: 60, timeZone: 'UTC' }
    const interview = await hiring.made<Interview>('interviews', { ...facts, panel: [{ userId: me }] })
    const opened = await scorecards.own(interview)
    await scorecards.save(opened, completeDraft(opened.kit))
    return scorecards.room(opened.scorecard.id)
  }
}

/** What stands of one scorecard, table by table. */
export interface Standing {
  status: 'draft' | 'submitted'
  /** The panelist's own part of a submission: it may be taken back, or others read it. */
  isIn: boolean
  draftRevision: number
  revisionNumber: number
  revisions: number
  /** Revisions with a rating for each competency that was rated. */
  ratedRevisions: number
  submittedEvents: number
  recalledEvents: number
  amendedEvents: number
  handOffs: number
  notices: number
}

const EVENTS = (verb: string): string => `(SELECT count(*)::int FROM audit_events e
  WHERE e.organization_id = s.organization_id AND e.subject_id = s.id
    AND e.canonical::jsonb ->> 'action' = 'scorecard.${verb}')`

export const standingOf = async (
  { rows }: Pick<ScorecardHouse, 'rows'>,
  { scorecard, kit }: Pick<InterviewRoom, 'scorecard' | 'kit'>,
): Promise<Standing> => {
  const [standing] = await rows<Standing>(
    `SELECT s.status, p.recall_until IS NOT NULL OR p.scorecard_released_at IS NOT NULL AS "isIn",
            d.revision AS "draftRevision", s.revision_number AS "revisionNumber",
            (SELECT count(*)::int FROM scorecard_revisions v
              WHERE v.organization_id = s.organization_id AND v.scorecard_id = s.id) AS revisions,
            (SELECT count(*)::int FROM (SELECT FROM ratings r
               WHERE r.organization_id = s.organization_id AND r.scorecard_id = s.id
               GROUP BY r.revision_number HAVING count(*) = $2) AS whole) AS "ratedRevisions",
            ${EVENTS('submitted')} AS "submittedEvents", ${EVENTS('recalled')} AS "recalledEvents",
            ${EVENTS('amended')} AS "amendedEvents",
            (SELECT count(*)::int FROM hand_offs h
              WHERE h.organization_id = s.organization_id AND h.scorecard_id = s.id) AS "handOffs",
            (SELECT count(*)::int FROM notices n
              WHERE n.organization_id = s.organization_id AND n.interview_id = s.interview_id) AS notices
       FROM scorecards s
       JOIN panelists p ON p.organization_id = s.organization_id AND p.interview_id = s.interview_id
        AND p.user_id = s.user_id
       JOIN scorecard_drafts d ON d.organization_id = s.organization_id AND d.scorecard_id = s.id
      WHERE s.id = $1`,
    [scorecard.id, kit.competencies.length],
  )
  if (!standing) throw new Error(`There is no scorecard ${scorecard.id}.`)
  return standing
}
