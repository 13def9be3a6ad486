import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { freeStages, type Hiring, hiringOf } from '../support/hiring.ts'
import { complaintsOf } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let recruiter: Page
let hiring: Hiring

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  hiring = hiringOf(await house.signedIn(house.north.recruiter))
  recruiter = await signedInPage(browser, house.url, house.north.recruiter)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const press = (name: string) => recruiter.getByRole('button', { name }).click()

test('they are filtered by job, stage, status and what the organization asks; a view keeps it all', async () => {
  const asAdmin = candidatesOf(await house.signedIn(house.north.admin))
  const office = { id: crypto.randomUUID(), name: 'Lisbon' }
  const [place, moves] = [
    await asAdmin.field({ name: 'Office', kind: 'one_of', choices: [office] }),
    await asAdmin.field({ name: 'Would move', kind: 'yes_no' }),
  ]
  const job = await hiring.job({ title: 'Filtered for', stages: freeStages('Screen', 'Panel') })
  const values = { [place.id]: office.id, [moves.id]: false }
  for (const name of ['Fil First', 'Fil Second', 'Fil Third']) {
    const who = await hiring.candidate(name, name === 'Fil Third' ? {} : { customValues: values })
    const { id } = await hiring.apply(who, job)
    if (name !== 'Fil First') await hiring.command(id, 'move', { stageId: job.stages[1]!.id })
  }
  await hiring.candidate('Nobody Asked')
  const narrowed = (count: string) => recruiter.getByText(count, { exact: true }).waitFor()
  const choose = (label: string, option: string) =>
    recruiter.getByLabel(label, { exact: true }).selectOption({ label: option })
  await recruiter.goto(`${house.url}/candidates`)
  await choose('Applied to', job.title)
  await narrowed('3 candidates')
  await choose('Stage', 'Panel')
  await narrowed('2 candidates')
  await choose('Application', 'Active')
  await press('More filters')
  await choose('Office', 'Lisbon')
  await narrowed('1 candidate')
  await choose('Would move', 'Yes')
  await recruiter.getByText('Nothing fits these filters.').waitFor()
  await choose('Would move', 'No')
  await recruiter.getByRole('link', { name: 'Fil Second' }).waitFor()
  await press('Keep this view')
  await recruiter.getByRole('dialog').getByLabel('Name').fill('In the panel')
  await recruiter.getByRole('dialog').getByRole('button', { name: 'Keep this view' }).click()
  await recruiter.getByLabel('Your views').waitFor()
  await recruiter.getByRole('search').getByRole('button', { name: 'Clear the filters' }).click()
  await narrowed('4 candidates')
  await recruiter.getByLabel('Your views').selectOption({ label: 'In the panel' })
  await narrowed('1 candidate')
  await recruiter.reload()
  await narrowed('1 candidate')
  const shown = ['Applied to', 'Stage', 'Application', 'Office', 'Would move'].map((label) =>
    recruiter.getByLabel(label, { exact: true }).locator('option:checked').innerText(),
  )
  expect(await Promise.all(shown)).toEqual([job.title, 'Panel', 'Active', 'Lisbon', 'No'])
  await choose('Applied to', 'Any')
  await recruiter.getByLabel('Stage', { exact: true }).waitFor({ state: 'detached' })
  await narrowed('2 candidates')
  const [download] = await Promise.all([recruiter.waitForEvent('download'), press('Save as CSV')])
  expect(download.suggestedFilename()).toBe('candidates.csv')
  const saved = readFileSync(await download.path(), 'utf8')
  expect(saved).toMatch(/Fil First[^]*Fil Second|Fil Second[^]*Fil First/)
  expect(saved).not.toMatch(/Fil Third|Nobody Asked/)
  expect(complaintsOf(recruiter)).toEqual([])
}, 60_000)
