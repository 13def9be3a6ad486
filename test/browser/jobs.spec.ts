import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Job } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { bankOf } from '../support/question-bank.ts'
import { complaintsOf, horizontalOverflow, visibleText } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let recruiter: Page
let jobs: () => Promise<Job[]>

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  const client = await house.signedIn(house.north.recruiter)
  jobs = () => bankOf(client).all<Job>('jobs')
  recruiter = await signedInPage(browser, house.url, house.north.recruiter)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const saved = (page: Page) => page.getByText('Saved.', { exact: true }).first().waitFor()
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

test('a recruiter opens the first job: little is asked, a whole pipeline is there', async () => {
  await recruiter.getByRole('link', { name: 'Jobs' }).click()
  await recruiter.getByText('There is no job yet.').waitFor()
  await recruiter.getByRole('link', { name: 'Open a job' }).last().click()
  await recruiter.getByLabel('Department').fill('Engineering')
  await recruiter.getByRole('button', { name: 'Open the job' }).click()
  await recruiter.getByText('Please fill this in.').waitFor()
  await recruiter.getByLabel('Title').fill('Backend engineer')
  await recruiter.getByRole('button', { name: 'Open the job' }).click()
  await recruiter.waitForURL(/\/jobs\/[^/]+\/edit$/)
  expect((await jobs()).map(({ title, stages }) => [title, stages.length])).toEqual([['Backend engineer', 6]])
}, 60_000)

test('stages are moved by keyboard, an interview is put in, a team is named, and the coverage follows', async () => {
  await recruiter.getByLabel('Level profile').selectOption({ index: 1 })
  const down = recruiter.getByRole('button', { name: 'Move entry 1 down' }).first()
  await down.focus()
  await recruiter.keyboard.press('Enter')
  expect(await recruiter.getByLabel('Name of stage 2').inputValue()).toBe('Application review')
  await recruiter.getByLabel('Name of stage 1').fill('First talk')
  await recruiter.getByLabel('Add a person').selectOption({ label: house.north.hiring_manager.name })
  await recruiter.getByLabel('Add a person').selectOption({ label: house.north.interviewer.name })
  await save(recruiter)
  await saved(recruiter)
  const [job] = await jobs()
  expect(job!.stages.map(({ name }) => name).slice(0, 2)).toEqual(['First talk', 'Application review'])
  expect(job!.team.map(({ role }) => role).toSorted()).toEqual(['hiring_manager', 'interviewer'])
  await recruiter.getByRole('link', { name: 'Back to the job' }).click()
  await recruiter.getByText(/competencies are rated by at least two panelists/).waitFor()
}, 60_000)

test('what is wrong is told at its place and nothing is lost; leaving asks first', async () => {
  const [job] = await jobs()
  await recruiter.goto(`${house.url}/jobs/${job!.id}/edit`)
  await recruiter.getByLabel('Name of stage 3').fill('')
  await recruiter.getByLabel('Description').fill('Kept while something else is wrong.')
  await save(recruiter)
  await recruiter.getByText('Please fill this in.').waitFor()
  await recruiter.getByRole('link', { name: 'Back to the job' }).click()
  await recruiter.getByRole('button', { name: /stay/i }).click()
  expect(await recruiter.getByLabel('Description').inputValue()).toBe('Kept while something else is wrong.')
  await recruiter.getByLabel('Name of stage 3').fill('Application REVIEW')
  await save(recruiter)
  await recruiter.getByText('Two stages have one name.').waitFor()
  await recruiter.getByLabel('Name of stage 3').fill('Technical')
  await save(recruiter)
  await saved(recruiter)
}, 60_000)

test('two people change one job: different fields meet, the same field is chosen', async () => {
  const [job] = await jobs()
  await recruiter.goto(`${house.url}/jobs/${job!.id}/edit`)
  await recruiter.getByLabel('Title').fill('Mine')
  const admin = await house.signedIn(house.north.admin)
  await admin.patch(`/api/v1/jobs/${job!.id}`, { title: 'Theirs', office: 'Lisbon' }, job!.revision)
  await save(recruiter)
  const notice = recruiter.getByRole('status').filter({ hasText: 'Someone saved this' })
  await notice.getByText('Theirs').waitFor()
  await notice.getByRole('button').first().click()
  await save(recruiter)
  await saved(recruiter)
  expect((await jobs())[0]).toMatchObject({ title: 'Mine', office: 'Lisbon' })
}, 60_000)

test('a job is copied and closed; the hiring manager sees theirs on a phone, an interviewer none', async () => {
  const [job] = await jobs()
  await recruiter.goto(`${house.url}/jobs/${job!.id}`)
  await recruiter.getByRole('button', { name: 'Copy' }).click()
  await recruiter.getByRole('dialog').getByLabel('Title').fill('Second opening')
  await recruiter.getByRole('dialog').getByRole('button', { name: 'Copy' }).click()
  await recruiter.getByRole('heading', { level: 1, name: 'Second opening' }).waitFor()
  await recruiter.getByRole('button', { name: 'Close' }).click()
  await recruiter.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await recruiter.getByRole('button', { name: 'Reopen' }).waitFor()
  expect(await recruiter.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  const manager = await signedInPage(browser, house.url, house.north.hiring_manager, { width: 360 })
  await manager.goto(`${house.url}/jobs`)
  await manager.getByText('2 jobs').waitFor()
  await manager.getByRole('link', { name: 'Mine' }).click()
  await manager.getByRole('link', { name: 'About the job' }).click()
  await manager.getByText('Hiring team').waitFor()
  expect(await manager.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  expect(await horizontalOverflow(manager)).toBe(0)
  const interviewer = await signedInPage(browser, house.url, house.north.interviewer)
  expect(await visibleText(interviewer)).not.toContain('Jobs')
  await interviewer.goto(`${house.url}/jobs`)
  await interviewer.getByRole('heading', { name: 'This page is not for your role.' }).waitFor()
  for (const page of [recruiter, manager, interviewer]) expect(complaintsOf(page)).toEqual([])
}, 90_000)
