import { Readable } from 'node:stream'
import type { Job } from '@assay/contracts'
import { inContext, newContext, UnitOfWork } from '@assay/persistence'
import { v7 as newId } from 'uuid'
import { CandidateDocumentsService } from '../../candidate-documents/candidate-documents.service.ts'
import { CandidatesService } from '../../candidates/candidates.service.ts'
import type { UploadedForm } from '../../http/uploads.ts'
import { JobsService } from '../../jobs/jobs.service.ts'
import { type Applicant, applicants, resumeOf } from './applicants.ts'
import { asking, type DemoChapter, type DemoContext } from './demo.ts'
import { type Life, livesOf } from './pipeline-days.ts'

/** Of each job in the order in which they were opened. */
const COUNTS = [34, 26, 14, 18, 16, 12]
const RECRUITER = 'ruth.lindqvist@northwind.example'
/** Every third sent a résumé: enough to see, and the first page is not kept waiting. */
const RESUME_OF_EVERY = 3

export interface Placed {
  applicant: Applicant
  candidateId: string
  job: Pick<Job, 'id' | 'stages' | 'team'>
  life: Life
}

/** About 120 people in six pipelines, each with the days it took them there, and the interviews of this week. */
export const hiringChapter: DemoChapter = {
  name: 'hiring',
  tell: async (context) => {
    const placed = await context.as(RECRUITER, () => placeAll(context))
    await context.as(RECRUITER, () => writeLives(context, placed))
    for (const [number, one] of placed.entries()) {
      if (number % RESUME_OF_EVERY === 0) await addResume(context, one)
    }
  },
}

const placeAll = async (context: DemoContext): Promise<Placed[]> => {
  const { app } = context
  const who = asking(context, RECRUITER)
  const now = await app.get(UnitOfWork, { strict: false }).now()
  const { rows: jobs } = await app
    .get(JobsService, { strict: false })
    .list({ sort: ['createdAt', 'ASC'], range: [0, 99], filter: {} }, who)
  const people = applicants(COUNTS.reduce((sum, count) => sum + count, 0))
  const placed: Placed[] = []
  for (const [number, job] of jobs.entries()) {
    const count = COUNTS[number] ?? 0
    const lives = livesOf(job.stages, count, { now, seed: number + 1, closed: job.status === 'closed' })
    for (const life of lives) {
      const applicant = people[placed.length]!
      placed.push({ applicant, candidateId: await addCandidate(context, applicant), job, life })
    }
  }
  return placed
}

/** As the recruiter. Gives the id. */
export const addCandidate = async (
  context: DemoContext,
  { email, phone, link, name, headline, company, location, source, tags }: Applicant,
): Promise<string> => {
  const { id } = await context.app.get(CandidatesService, { strict: false }).create(
    {
      name,
      headline,
      company,
      location,
      source,
      tags,
      preferredName: null,
      emails: [{ kind: 'home', value: email }],
      phones: [{ kind: 'mobile', value: phone }],
      links: [{ kind: 'code', value: link }],
      customValues: {},
    },
    asking(context, RECRUITER),
  )
  return id
}

/** Written as rows: the commands of the product act now, and these are the days before. Gives the applications in order. */
export const writeLives = async (
  { app, userIds }: DemoContext,
  placed: readonly Placed[],
): Promise<string[]> => {
  const work = app.get(UnitOfWork, { strict: false })
  const { organizationId } = work.tenant
  const recruiterId = userIds.get(RECRUITER)
  const reasons = await work.query<{ id: string; kind: string }>(
    'SELECT id, kind FROM rejection_reasons WHERE organization_id = $1 ORDER BY name',
    [organizationId],
  )
  const rows = placed.map(({ applicant, candidateId, job, life }, number) => {
    const applicationId = newId()
    const of = (kind: string) => reasons.filter((reason) => reason.kind === kind)
    const reasonOf = (status: string) => {
      const fitting = status === 'rejected' ? of('ours') : status === 'withdrawn' ? of('theirs') : []
      return fitting.length === 0 ? null : fitting[number % fitting.length]!.id
    }
    return { applicant, candidateId, job, life, applicationId, reasonOf }
  })
  await work.query(
    `INSERT INTO applications (organization_id, id, candidate_id, job_id, stage_id, status, reason_id, source, applied_at,
            entered_stage_at, last_activity_at, created_by, created_at, revision)
     SELECT $1, r.id, r.candidate, r.job, r.stage, r.status, r.reason, r.source, r.applied, r.entered, r.latest, $3,
            r.applied, r.revision
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, candidate uuid, job uuid, stage uuid, status text, reason uuid,
            source text, applied timestamptz, entered timestamptz, latest timestamptz, revision int)`,
    [organizationId, JSON.stringify(rows.map(applicationRow)), recruiterId],
  )
  await work.query(
    `INSERT INTO application_changes (organization_id, application_id, revision, kind, stage_id, stage_name, status,
            reason_id, entered_stage_at, change_set_id, made_by, made_at)
     SELECT $1, r.application, r.revision, r.kind, r.stage, r.name, r.status, r.reason, r.entered, r.set, $3, r.at
       FROM jsonb_to_recordset($2::jsonb) AS r(application uuid, revision int, kind text, stage uuid, name text,
            status text, reason uuid, entered timestamptz, set uuid, at timestamptz)`,
    [organizationId, JSON.stringify(rows.flatMap(changeRows)), recruiterId],
  )
  await work.query(
    `UPDATE candidates c SET created_at = r.applied, updated_at = r.applied
       FROM jsonb_to_recordset($2::jsonb) AS r(candidate uuid, applied timestamptz)
      WHERE c.organization_id = $1 AND c.id = r.candidate`,
    [organizationId, JSON.stringify(rows.map(applicationRow))],
  )
  await writeInterviews(work, rows, recruiterId)
  return rows.map(({ applicationId }) => applicationId)
}

type Written = Placed & { applicationId: string; reasonOf: (status: string) => string | null }

const enteredAt = ({ steps }: Life, upTo: number): Date =>
  steps.slice(0, upTo + 1).findLast(({ kind }) => kind === 'applied' || kind === 'moved')!.at

const applicationRow = ({ applicationId, candidateId, job, life, applicant, reasonOf }: Written) => {
  const last = life.steps.at(-1)!
  return {
    id: applicationId,
    candidate: candidateId,
    job: job.id,
    stage: last.stage.id,
    status: last.status,
    reason: reasonOf(last.status),
    source: applicant.source,
    applied: life.steps[0]!.at,
    entered: enteredAt(life, life.steps.length - 1),
    latest: last.at,
    revision: life.steps.length,
  }
}

const changeRows = ({ applicationId, life, reasonOf }: Written) =>
  life.steps.map(({ kind, stage, status, at }, place) => ({
    application: applicationId,
    revision: place + 1,
    kind,
    stage: stage.id,
    name: stage.name,
    status,
    reason: reasonOf(status),
    entered: enteredAt(life, place),
    set: newId(),
    at,
  }))

/** Panels from the job's team in turn. Of the interviews of earlier stages the scorecards are in. */
const writeInterviews = async (
  work: UnitOfWork,
  rows: readonly Written[],
  recruiterId: string | undefined,
): Promise<void> => {
  let turn = 0
  const interviews = rows.flatMap(({ applicationId, job, life }) =>
    life.interviews.map(({ stage, templateId, panelists, at, isOver, panel: said }) => {
      const team = job.team.filter(({ role }) => role !== 'recruiter')
      const panel =
        said ??
        Array.from(
          { length: Math.min(panelists, team.length) },
          () => team[(turn += 1) % team.length]!.userId,
        )
      return {
        id: newId(),
        application: applicationId,
        stage: stage.id,
        template: templateId,
        at,
        over: isOver,
        room: ['Skylark', 'Heron', 'Plover'][turn % 3],
        panel: [...new Set(panel)],
      }
    }),
  )
  const { organizationId } = work.tenant
  await work.query(
    `INSERT INTO interviews (organization_id, id, application_id, stage_id, version_id, starts_at, ends_at, time_zone,
            place, created_by)
     SELECT $1, r.id, r.application, r.stage, v.id, r.at,
            r.at + make_interval(mins => (v.content ->> 'durationMinutes')::int), 'Europe/Stockholm', r.room, $3
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, application uuid, stage uuid, template uuid, at timestamptz,
            room text)
       JOIN interview_template_versions v
         ON v.organization_id = $1 AND v.template_id = r.template AND v.status = 'published'`,
    [organizationId, JSON.stringify(interviews), recruiterId],
  )
  await work.query(
    `INSERT INTO panelists (organization_id, interview_id, application_id, user_id, shadow, owes, owes_since, released_at,
       opened_at, scorecard_released_at)
     SELECT $1, i.id, r.application, p.id, false, NOT r.over, r.at - interval '2 days',
            CASE WHEN r.over THEN r.at + interval '3 hours' END, CASE WHEN r.over THEN r.at END,
            CASE WHEN r.over THEN r.at + interval '3 hours' END
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, application uuid, at timestamptz, over boolean, panel uuid[])
       JOIN interviews i ON i.organization_id = $1 AND i.id = r.id, unnest(r.panel) AS p(id)`,
    [organizationId, JSON.stringify(interviews)],
  )
}

/** As if it had been sent through the form: judged, stored, and read in the background. */
const addResume = async (context: DemoContext, { applicant, candidateId }: Placed): Promise<void> => {
  const documents = context.app.get(CandidateDocumentsService, { strict: false })
  const form: Pick<UploadedForm, 'receive'> = {
    receive: async ({ fields, take, keep }) =>
      keep(
        await take({
          name: `${applicant.name}.txt`,
          content: Readable.from([Buffer.from(resumeOf(applicant))]),
        }),
        fields.parse({ kind: 'resume' }),
      ),
  }
  const who = asking(context, RECRUITER)
  const { organizationId, userId } = who
  const signedIn = { ...newContext('demo', Infinity), tenant: { organizationId, userId } }
  await inContext(signedIn, () => documents.add(candidateId, form as UploadedForm, who))
}
