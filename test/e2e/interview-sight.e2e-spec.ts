import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Interview, InterviewResumes, Job, MyInterviews } from '@assay/contracts'
import { sendForm } from '../support/documents.ts'
import type { HttpClient } from '../support/http-client.ts'
import { inDays, INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let recruiter: HttpClient
let interviewer: HttpClient
let own: Panels
let job: Job

beforeAll(async () => {
  house = await startHouse()
  recruiter = await house.signedIn(house.north.recruiter)
  interviewer = await house.signedIn(house.north.interviewer)
  own = await panelsOf(house, recruiter)
  job = own.job
})
afterAll(() => house.stop())

describe('who sees what', () => {
  test('interviewers see the interviews they sit on, and no others', async () => {
    const mine = await own.schedule(await own.applied())
    const foreign = await own.schedule(await own.applied(), { panel: [{ userId: house.north.recruiter.id }] })
    expect((await interviewer.get(`${INTERVIEWS}/${mine.id}`)).status).toBe(200)
    expect((await interviewer.get(`${INTERVIEWS}/${mine.id}/kit`)).status).toBe(200)
    for (const path of ['', '/kit']) {
      expect((await interviewer.get(`${INTERVIEWS}/${foreign.id}${path}`)).status).toBe(404)
    }
    const listed = (await interviewer.get(`${INTERVIEWS}?range=[0,99]`)).json<Interview[]>()
    expect(listed.some(({ id }) => id === mine.id)).toBe(true)
    expect(listed.some(({ id }) => id === foreign.id)).toBe(false)
    expect((await interviewer.post(`${INTERVIEWS}/${mine.id}/cancel`, {})).status).toBe(403)
    const manager = await house.signedIn(house.north.hiring_manager)
    expect((await manager.get(`${INTERVIEWS}/${foreign.id}`)).status).toBe(200)
    const other = await own.made<Job>('jobs', { title: 'Elsewhere', department: 'Other', level: 'mid' })
    const elsewhere = await own.schedule(await own.apply(await own.candidate('Elsewhere'), other), {
      panel: [{ userId: house.north.recruiter.id }],
    })
    expect((await manager.get(`${INTERVIEWS}/${elsewhere.id}`)).status).toBe(404)
    const south = await house.signedIn(house.south.admin)
    for (const path of ['', '/kit']) {
      expect((await south.get(`${INTERVIEWS}/${mine.id}${path}`)).status).toBe(404)
    }
  })

  test('the panel reads the résumés of its candidate, as text and as file, and nothing else of theirs', async () => {
    const candidate = await own.candidate('Has a résumé', {
      phones: [{ kind: 'mobile', value: '+46 70 123 45 67' }],
    })
    const letter = { name: 'file', filename: 'cv.txt', content: 'Ran forty services.' }
    const path = `/api/v1/candidates/${candidate.id}/documents`
    const sent = await sendForm(recruiter, path, [{ name: 'kind', content: 'resume' }, letter])
    expect(sent.status).toBe(201)
    await sendForm(recruiter, path, [
      { name: 'kind', content: 'cover_letter' },
      { ...letter, content: 'A letter that is not for the panel.' },
    ])
    const made = await own.schedule(await own.apply(candidate, job))
    const read = async () =>
      (await interviewer.get(`${INTERVIEWS}/${made.id}/resumes`)).json<InterviewResumes>().resumes
    for (let tries = 0; (await read())[0]?.state === 'reading' && tries < 100; tries += 1) await delay(100)
    const [resume, ...others] = await read()
    expect(others).toEqual([])
    expect(resume).toMatchObject({ state: 'read', text: expect.stringContaining('forty services') })
    const file = await interviewer.get(`${INTERVIEWS}/${made.id}/resumes/${resume!.id}`)
    expect([file.status, file.text]).toEqual([200, 'Ran forty services.'])
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await interviewer.get(path)).status).toBe(403)
    const foreign = await own.schedule(await own.applied())
    expect((await interviewer.get(`${INTERVIEWS}/${foreign.id}/resumes/${resume!.id}`)).status).toBe(404)
    const another = await own.made<Job>('jobs', { title: 'Another', department: 'Other', level: 'mid' })
    const off = await own.schedule(await own.apply(candidate, another), {
      panel: [{ userId: house.north.recruiter.id }],
    })
    expect((await interviewer.get(`${INTERVIEWS}/${off.id}/resumes`)).status).toBe(404)
    expect((await interviewer.get(`${INTERVIEWS}/${off.id}/resumes/${resume!.id}`)).status).toBe(404)
  })

  test('my interviews are what is to come, and what is over and owed', async () => {
    const past = await own.schedule(await own.applied(), { startsAt: inDays(-3), heldAlready: true })
    const done = await own.schedule(await own.applied(), { startsAt: inDays(-4), heldAlready: true })
    await own.submitted(done)
    const { owed, upcoming } = (await interviewer.get('/api/v1/my-interviews')).json<MyInterviews>()
    expect(owed.map(({ id }) => id)).toContain(past.id)
    expect([...owed, ...upcoming].map(({ id }) => id)).not.toContain(done.id)
    expect(upcoming.map(({ startsAt }) => startsAt)).toEqual(
      upcoming.map(({ startsAt }) => startsAt).toSorted(),
    )
    expect(upcoming.every(({ endsAt }) => Date.parse(endsAt) > Date.now())).toBe(true)
  })
})
