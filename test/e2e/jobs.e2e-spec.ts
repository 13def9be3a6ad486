import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEvent, InterviewTemplate, Job, JobCoverage, LevelProfile, Problem } from '@assay/contracts'
import type { HttpClient } from '../support/http-client.ts'
import { TEMPLATES, type Templates, templatesOf } from '../support/interview-templates.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let manager: HttpClient
let own: Templates

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  manager = await house.signedIn(house.north.hiring_manager)
  own = templatesOf(recruiter)
})
afterAll(() => house.stop())

const JOBS = '/api/v1/jobs'
const FACTS = { title: 'Backend engineer', department: 'Engineering', level: 'senior' }
const open = (more: object = {}): Promise<Job> => own.made<Job>('jobs', { ...FACTS, ...more })
const stage = (name: string, ...templates: [templateId: string, panelists: number][]) => ({
  id: crypto.randomUUID(),
  name,
  requiresScorecards: false,
  templates: templates.map(([templateId, panelists]) => ({ templateId, panelists })),
})
const member = (person: { id: string }, role: string) => ({ userId: person.id, role })

describe('a job', () => {
  test('begins with the usual pipeline, which holds the built-in kits', async () => {
    const job = await open()
    expect(job).toMatchObject({
      ...FACTS,
      family: 'Engineering',
      status: 'open',
      blindUntil: 'own_submitted',
      team: [],
    })
    expect(job.stages.map(({ name }) => name)).toEqual([
      'Application review',
      'Recruiter screen',
      'Technical interviews',
      'Design and production',
      'Hiring manager',
      'Offer',
    ])
    const held = job.stages.flatMap(({ templates }) => templates)
    expect(held.length).toBe(6)
    expect(held.every(({ isPublished }) => isPublished)).toBe(true)
  })

  test('is changed against the revision that was seen; stages keep their ids when they are moved', async () => {
    const job = await open({ title: 'Moves' })
    const [first, second, ...rest] = job.stages.map(({ templates, ...one }) => ({
      ...one,
      templates: templates.map(({ templateId, panelists }) => ({ templateId, panelists })),
    }))
    const stages = [
      second!,
      { ...first!, name: 'Reading applications', requiresScorecards: true },
      ...rest.slice(1),
    ]
    const answer = await recruiter.patch(
      `${JOBS}/${job.id}`,
      { stages, department: 'Platform' },
      job.revision,
    )
    const changed = answer.json<Job>()
    expect(changed).toMatchObject({ department: 'Platform', family: 'Engineering', revision: 2 })
    expect(changed.stages.map(({ id, name }) => [id, name])).toEqual(stages.map(({ id, name }) => [id, name]))
    const late = await recruiter.patch(`${JOBS}/${job.id}`, { title: 'Lost?' }, 1)
    expect([late.status, late.json<Problem>().current]).toEqual([
      412,
      expect.objectContaining({ title: 'Moves' }),
    ])
    expect((await recruiter.patch(`${JOBS}/${job.id}`, { title: 'Blind' })).status).toBe(428)
    const same = await recruiter.patch(`${JOBS}/${job.id}`, { stages }, 2)
    expect(same.json<Job>().revision).toBe(2)
  })

  test('is closed, refuses changes, and is reopened, all on record', async () => {
    const job = await open({ title: 'Closing' })
    const at = `${JOBS}/${job.id}`
    const closed = (await recruiter.post(`${at}/close`)).json<Job>()
    expect([closed.status, closed.closedAt]).toEqual(['closed', expect.any(String)])
    expect((await recruiter.post(`${at}/close`)).json<Job>().revision).toBe(closed.revision)
    const refused = await recruiter.patch(at, { title: 'No' }, closed.revision)
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'step_refused'])
    expect((await recruiter.post(`${at}/reopen`)).json<Job>()).toMatchObject({
      status: 'open',
      closedAt: null,
    })
    const admin = templatesOf(await house.signedIn(house.north.admin))
    const events = await admin.all<AuditEvent>('audit-events', { subjectId: job.id })
    expect(events.map(({ action, subjectName }) => [action, subjectName])).toEqual(
      ['reopened', 'closed', 'created'].map((verb) => [`job.${verb}`, 'Closing']),
    )
  })

  test('is copied with its pipeline and team, apart from what is archived or gone', async () => {
    const admin = await house.signedIn(house.north.admin)
    const template = await own.made<InterviewTemplate>('interview-templates', { name: 'Archived soon' })
    const { id: kit } = await own.kit('kit.system-design')
    const source = await open({
      title: 'Source',
      family: 'Backend',
      office: 'Stockholm',
      blindUntil: 'all_submitted',
      stages: [stage('Only stage', [template.id, 2], [kit, 3])],
      team: [
        member(house.north.hiring_manager, 'hiring_manager'),
        member(house.north.interviewer, 'interviewer'),
      ],
    })
    await admin.post(`${TEMPLATES}/${template.id}/archive`)
    await admin.post(`/api/v1/users/${house.north.interviewer.id}/disable`)
    const copy = (await recruiter.post(`${JOBS}/${source.id}/copy`, { title: 'Copy' })).json<Job>()
    await admin.post(`/api/v1/users/${house.north.interviewer.id}/enable`)
    expect(copy).toMatchObject({
      title: 'Copy',
      family: 'Backend',
      office: 'Stockholm',
      blindUntil: 'all_submitted',
      team: [{ userId: house.north.hiring_manager.id }],
      stages: [{ name: 'Only stage', templates: [{ templateId: kit, panelists: 3 }] }],
    })
    expect(copy.stages[0]!.id).not.toBe(source.stages[0]!.id)
    expect((await recruiter.get(`${JOBS}/${source.id}`)).json<Job>().stages[0]!.templates.length).toBe(2)
  })

  test('is found by words, level, template and person', async () => {
    const { id: kit } = await own.kit('kit.hiring-manager')
    const job = await open({
      title: 'Écriture specialist',
      level: 'staff',
      stages: [stage('Talk', [kit, 1])],
      team: [member(house.north.hiring_manager, 'hiring_manager')],
    })
    const found = async (filter: object) => (await own.all<Job>('jobs', filter)).map(({ title }) => title)
    expect(await found({ q: 'ecriture' })).toEqual([job.title])
    expect(await found({ q: '%' })).toEqual([])
    expect(await found({ level: 'staff' })).toEqual([job.title])
    expect(await found({ templateId: kit })).toContain(job.title)
    expect(await found({ userId: house.north.hiring_manager.id, level: 'staff' })).toEqual([job.title])
    expect(await found({ userId: house.north.recruiter.id })).toEqual([])
    const sorted = await recruiter.get(`${JOBS}?sort=["level","DESC"]&range=[0,0]`)
    expect(sorted.json<Job[]>()[0]!.level).toBe('staff')
  })
})

describe('what a job cannot be', () => {
  const nobody = '0197a000-0000-7000-8000-00000000dead'
  test.each([
    ['no title', { title: '' }, 'title'],
    ['a title of 161 characters', { title: 'x'.repeat(161) }, 'title'],
    ['an unknown level', { level: 'wizard' }, 'level'],
    ['no stage', { stages: [] }, 'stages'],
    ['two stages of one name', { stages: [stage('Talk'), stage('TALK')] }, 'stages'],
    ['an unknown template', { stages: [stage('Talk', [nobody, 1])] }, 'stages.0.templates.0.templateId'],
    ['eleven panelists', { stages: [stage('Talk', [nobody, 11])] }, 'stages.0.templates.0.panelists'],
    ['an unknown person', { team: [{ userId: nobody, role: 'interviewer' }] }, 'team.0.userId'],
    ['an unknown level profile', { levelProfileId: nobody }, 'levelProfileId'],
  ])('with %s: told at the field, nothing stored', async (_what, wrong, field) => {
    const before = await own.all('jobs')
    const answer = await recruiter.post(JOBS, { ...FACTS, title: 'Never', ...wrong })
    expect([answer.status, Object.keys(answer.json<Problem>().errors ?? {})]).toEqual([400, [field]])
    expect(await own.all('jobs')).toEqual(before)
  })

  test('managed by somebody who may not read jobs, or worked on by somebody who was disabled', async () => {
    const refused = await recruiter.post(JOBS, {
      ...FACTS,
      team: [member(house.north.interviewer, 'hiring_manager')],
    })
    expect(refused.json<Problem>().errors).toEqual({
      'team.0.role': expect.stringMatching(/interviewer here/),
    })
    const admin = await house.signedIn(house.north.admin)
    await admin.post(`/api/v1/users/${house.north.interviewer.id}/disable`)
    const gone = await recruiter.post(JOBS, {
      ...FACTS,
      team: [member(house.north.interviewer, 'interviewer')],
    })
    await admin.post(`/api/v1/users/${house.north.interviewer.id}/enable`)
    expect(Object.keys(gone.json<Problem>().errors!)).toEqual(['team.0.userId'])
  })

  test('one that takes a stage of another job, or names the neighbours’ people and templates', async () => {
    const victim = await open({ title: 'Victim' })
    const thief = await recruiter.post(JOBS, {
      ...FACTS,
      stages: [{ ...stage('Mine'), id: victim.stages[0]!.id }],
    })
    expect([thief.status, Object.keys(thief.json<Problem>().errors!)]).toEqual([400, ['stages']])
    expect((await recruiter.get(`${JOBS}/${victim.id}`)).json<Job>().stages).toEqual(victim.stages)
    const neighbour = templatesOf(await house.signedIn(house.south.admin))
    const { id: theirs } = await neighbour.kit('kit.system-design')
    const foreign = await recruiter.post(JOBS, {
      ...FACTS,
      stages: [stage('Talk', [theirs, 1])],
      team: [member(house.south.recruiter, 'recruiter')],
    })
    expect(Object.keys(foreign.json<Problem>().errors!)).toEqual([
      'stages.0.templates.0.templateId',
      'team.0.userId',
    ])
  })
})

describe('who sees a job', () => {
  test('recruiters and admins all; hiring managers theirs; interviewers and neighbours none', async () => {
    const theirs = await open({
      title: 'Theirs',
      team: [member(house.north.hiring_manager, 'hiring_manager')],
    })
    const other = await open({ title: 'Not theirs' })
    expect((await manager.get(`${JOBS}/${theirs.id}`)).status).toBe(200)
    for (const path of [`${JOBS}/${other.id}`, `${JOBS}/${other.id}/coverage`]) {
      expect((await manager.get(path)).status).toBe(404)
    }
    const seen = await templatesOf(manager).all<Job>('jobs')
    expect(seen.map(({ id }) => id)).toContain(theirs.id)
    expect(seen.map(({ id }) => id)).not.toContain(other.id)
    expect(await templatesOf(manager).all<Job>('jobs', { ids: [other.id] })).toEqual([])
    expect((await manager.patch(`${JOBS}/${theirs.id}`, { title: 'Mine' }, 1)).status).toBe(403)
    const interviewer = await house.signedIn(house.north.interviewer)
    expect((await interviewer.get(JOBS)).status).toBe(403)
    const neighbour = await house.signedIn(house.south.admin)
    expect((await neighbour.get(`${JOBS}/${theirs.id}`)).status).toBe(404)
    expect((await neighbour.patch(`${JOBS}/${theirs.id}`, { title: 'Taken' }, 1)).status).toBe(404)
  })
})

describe('the coverage of a pipeline', () => {
  test('says which competencies of the level profile two panelists will rate', async () => {
    const [profile] = await own.all<LevelProfile>('level-profiles')
    const { id: kit, published } = await own.kit('kit.system-design')
    const draft = await own.made<InterviewTemplate>('interview-templates', { name: 'Not out yet' })
    const job = await open({
      title: 'Covered',
      levelProfileId: profile!.id,
      stages: [stage('Design', [kit, 2], [draft.id, 1])],
    })
    const coverage = (await recruiter.get(`${JOBS}/${job.id}/coverage`)).json<JobCoverage>()
    const rated = new Set((await own.preview(published!.id)).competencies.map(({ id }) => id))
    expect(coverage.competencies.map(({ competencyId }) => competencyId)).toEqual(
      profile!.competencies.map(({ competencyId }) => competencyId),
    )
    for (const { competencyId, state, panelists } of coverage.competencies) {
      expect([state, panelists]).toEqual(rated.has(competencyId) ? ['covered', 2] : ['missing', 0])
    }
    expect(coverage.unpublished).toEqual([{ templateId: draft.id, name: 'Not out yet' }])
  })
})
