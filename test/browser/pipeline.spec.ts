import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Application, Job } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { freeStages, type Hiring, hiringOf } from '../support/hiring.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { complaintsOf, horizontalOverflow } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let own: Hiring
let job: Job
let applications: Application[]

const NAMES = ['Ada Lovelace', 'Grace Hopper', 'Radia Perlman']

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  const recruiter = await house.signedIn(house.north.recruiter)
  own = hiringOf(recruiter)
  const { id: templateId } = await templatesOf(recruiter).kit('kit.recruiter-screen')
  const [review, screen, offer] = freeStages('Review', 'Screen', 'Offer')
  job = await own.job({
    stages: [review, { ...screen, templates: [{ templateId, panelists: 1 }] }, offer],
    team: [{ userId: house.north.interviewer.id, role: 'interviewer' }],
  })
  applications = []
  for (const name of NAMES) applications.push(await own.apply(await own.candidate(name), job))
}, 60_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const column = (page: Page, name: string) => page.getByRole('region', { name })
const told = (page: Page) => page.locator('output').filter({ hasText: /./ }).last()

test('a card goes from stage to stage by keyboard alone, and comes back', async () => {
  const page = await signedInPage(browser, house.url, house.north.recruiter)
  await page.goto(`/jobs/${job.id}/board`)
  await page.getByRole('button', { name: 'Move Ada Lovelace' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.waitForTimeout(400)
  await page.keyboard.press('Space')
  await page.getByText('Ada Lovelace is in Screen now.').waitFor()
  await column(page, 'Screen').getByText('Ada Lovelace').waitFor()
  expect((await own.application(applications[0]!.id)).stage.name).toBe('Screen')
  await page.getByRole('button', { name: 'Take back' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('It is as it was before.').waitFor()
  await column(page, 'Review').getByText('Ada Lovelace').waitFor()
  expect((await own.application(applications[0]!.id)).stage.name).toBe('Review')

  await page.getByRole('button', { name: 'What to do with Grace Hopper' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Advance to Screen' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Grace Hopper is in Screen now.').waitFor()
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 60_000)

test('somebody is turned down with a reason, on a phone; what they were told is in the history', async () => {
  const page = await signedInPage(browser, house.url, house.north.recruiter, { width: 360 })
  await page.goto(`/jobs/${job.id}/board`)
  await page.getByRole('button', { name: 'What to do with Radia Perlman' }).click()
  await page.getByRole('menuitem', { name: 'Reject …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reject Radia Perlman?' })
  await dialog.getByRole('button', { name: 'Reject' }).click()
  await dialog.getByText('This is not an id.').waitFor()
  await dialog.getByLabel('Reason').selectOption({ label: 'Evidence below the bar' })
  await dialog.getByLabel('Note').fill('Two of three answers stayed general.')
  await dialog.getByRole('button', { name: 'Reject' }).click()
  await page.getByText('Radia Perlman is rejected.').waitFor()
  expect(await horizontalOverflow(page)).toBe(0)
  await page.goto(`/applications/${applications[2]!.id}`)
  await page.getByText('Two of three answers stayed general.').waitFor()
  expect(await horizontalOverflow(page)).toBe(0)
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 60_000)

test('many are moved at once: looked at first, done, taken back', async () => {
  const page = await signedInPage(browser, house.url, house.north.recruiter)
  await page.goto(`/jobs/${job.id}/applications`)
  await page.getByRole('checkbox', { name: 'Choose all on this page' }).check()
  await page.getByLabel('What to do').selectOption({ label: 'Move to Offer' })
  await page.getByRole('button', { name: 'Look what would happen' }).click()
  const trial = page.getByRole('dialog', { name: 'What would happen' })
  await trial.getByText('2 would change.').waitFor()
  await trial.getByText('This application was rejected. Reopen it to change it.').waitFor()
  expect((await own.board(job)).stages.at(-1)!.active).toBe(0)
  await trial.getByRole('button', { name: 'Do it' }).click()
  await told(page).getByText('2 people are in Offer now.').waitFor()
  expect((await own.board(job)).stages.at(-1)!.active).toBe(2)
  await page.getByRole('button', { name: 'Take back' }).click()
  await page.getByText('It is as it was before.').waitFor()
  expect((await own.board(job)).stages.at(-1)!.active).toBe(0)
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 60_000)

test('from the job to a scheduled panel; the panelist finds it with its kit, and nothing else of the pipeline', async () => {
  const page = await signedInPage(browser, house.url, house.north.recruiter)
  await page.goto(`/jobs/${job.id}/board`)
  await column(page, 'Screen').getByRole('link', { name: 'Grace Hopper' }).click()
  await page.getByRole('link', { name: 'Schedule an interview' }).click()
  await page.getByLabel('Interview template').and(page.locator('select')).waitFor()
  expect(await page.getByLabel('Interview template').locator('option:checked').innerText()).toContain(
    'Recruiter screen',
  )
  await page.getByLabel('Place').fill('Room 4')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByText('Somebody has to hold the interview.').waitFor()
  await page.getByLabel('Add somebody').selectOption({ label: house.north.interviewer.name })
  await page.getByLabel('Day').fill('2020-01-15')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByText('This is in the past.').waitFor()
  await page.getByLabel('Day').fill('2031-03-30')
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByLabel('Begins at').fill('02:30')
  await page.getByText('This time does not exist on that day').waitFor()
  await page.getByLabel('Begins at').fill('14:00')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page.getByRole('heading', { level: 1, name: 'Recruiter screen with Grace Hopper' }).waitFor()

  const panelist = await signedInPage(browser, house.url, house.north.interviewer, { width: 360 })
  await panelist.getByText('You are on the panel of Recruiter screen with Grace Hopper').waitFor()
  await panelist.getByRole('link', { name: 'Recruiter screen with Grace Hopper' }).click()
  await panelist.getByText('Room 4').waitFor()
  await panelist.getByRole('heading', { name: 'What to ask' }).waitFor()
  expect(await horizontalOverflow(panelist)).toBe(0)
  await panelist.goto(`/applications/${applications[1]!.id}`)
  await panelist.getByRole('heading', { level: 1 }).waitFor()
  expect(await panelist.locator('main').innerText()).not.toContain('Grace Hopper')
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
  await panelist.context().close()
}, 90_000)
