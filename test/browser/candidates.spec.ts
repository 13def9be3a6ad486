import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Application, Candidate } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { type Candidates, candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { type Hiring, hiringOf } from '../support/hiring.ts'
import { complaintsOf, horizontalOverflow, visibleText } from '../support/page.ts'
import { plainResume } from '../support/resume-files.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let recruiter: Page
let candidates: Candidates
let hiring: Hiring

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  const client = await house.signedIn(house.north.recruiter)
  candidates = candidatesOf(client)
  hiring = hiringOf(client)
  recruiter = await signedInPage(browser, house.url, house.north.recruiter)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const oneOf = async (name: string): Promise<Candidate> =>
  (await candidates.page({ filter: { q: name } })).rows.find((one) => one.name === name)!
const resume = (name: string, lines: readonly string[] = plainResume) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(lines.join('\n')),
})

test('somebody is added: what is wrong is told at its place, who may be the same is shown and not refused', async () => {
  await recruiter.getByRole('link', { name: 'Candidates' }).click()
  await recruiter.getByText('There is no candidate yet.').waitFor()
  await candidates.made({ name: 'Ada Lovelace', emails: [{ kind: 'work', value: 'ada@engines.example' }] })
  await recruiter.getByRole('link', { name: 'Add a candidate' }).last().click()
  await press(recruiter, 'Add an e-mail address')
  await recruiter.keyboard.type('ada at engines')
  await press(recruiter, 'Add the candidate')
  await recruiter.getByText('Please fill this in.').waitFor()
  await recruiter.getByText('This is not an e-mail address.').waitFor()
  await recruiter.getByLabel('Name', { exact: true }).fill('Augusta King')
  await recruiter.getByLabel('E-mail address 1').fill('ADA@engines.example')
  const warning = recruiter.getByRole('status').filter({ hasText: 'somebody who is here already' })
  await warning.getByRole('link', { name: /^Ada Lovelace/ }).waitFor()
  expect(await warning.innerText()).toContain('same e-mail address: ada@engines.example')
  await recruiter.getByLabel('Headline').fill('Mathematician')
  await recruiter.getByLabel('Add a tag').fill('analytical')
  await recruiter.keyboard.press('Enter')
  await press(recruiter, 'Add the candidate')
  await recruiter.getByRole('heading', { level: 1, name: 'Augusta King' }).waitFor()
  expect(await oneOf('Augusta King')).toMatchObject({
    headline: 'Mathematician',
    tags: ['analytical'],
    emails: [{ kind: 'home', value: 'ada@engines.example' }],
  })
}, 60_000)

test('a résumé is uploaded and read; a person takes over what was found; a file that is none is refused by name', async () => {
  const files = recruiter.locator('input[type=file]')
  await files.setInputFiles({
    name: 'virus.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4]),
  })
  await recruiter.getByText('“virus.txt” was not stored.').waitFor()
  await files.setInputFiles(resume('resume.txt'))
  await recruiter.getByText('“resume.txt” is stored.').waitFor()
  await press(recruiter, 'Show the text of “resume.txt”')
  await recruiter.getByText('Wrote the first program').waitFor()
  const phone = '+44 20 7946 0958'
  expect((await oneOf('Augusta King')).phones).toEqual([])
  await press(recruiter, `Take over ${phone}`)
  await recruiter.getByText('Taken over', { exact: true }).waitFor()
  await recruiter.getByRole('link', { name: phone }).waitFor()
  expect((await oneOf('Augusta King')).phones.map(({ value }) => value)).toEqual([phone])
  const [download] = await Promise.all([
    recruiter.waitForEvent('download'),
    press(recruiter, 'Download “resume.txt”'),
  ])
  expect(download.suggestedFilename()).toBe('resume.txt')
}, 60_000)

test('a document is removed with a reason and brought back', async () => {
  await press(recruiter, 'Remove “resume.txt”')
  const dialog = recruiter.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await dialog.getByText('Please fill this in.').waitFor()
  await dialog.getByLabel('Why').fill('Of somebody else')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await recruiter.getByText('No document yet.').waitFor()
  await press(recruiter, 'Show removed documents')
  await recruiter.getByText('Removed: Of somebody else').waitFor()
  await press(recruiter, 'Bring “resume.txt” back')
  await recruiter.getByRole('button', { name: 'Show the text of “resume.txt”' }).waitFor()
}, 60_000)

test('they are found by a word of the résumé, and the search stands in the address', async () => {
  await recruiter.goto(`${house.url}/candidates`)
  await recruiter.getByText('2 candidates').waitFor()
  await recruiter.getByLabel('Words in résumés').fill('never built machine')
  await recruiter.getByText('1 candidate', { exact: true }).waitFor()
  expect(recruiter.url()).toContain('resume')
  await recruiter.reload()
  await recruiter.getByText('1 candidate', { exact: true }).waitFor()
  await recruiter.getByLabel('Tag', { exact: true }).fill('nothing of the kind')
  await recruiter.keyboard.press('Enter')
  await recruiter.getByText('Nothing fits these filters.').waitFor()
  await recruiter.getByRole('search').getByRole('button', { name: 'Clear the filters' }).click()
  await recruiter.getByLabel('Tag', { exact: true }).fill('analytical')
  await recruiter.getByText('1 candidate', { exact: true }).waitFor()
}, 60_000)

test('a view is kept under a name, chosen again and removed', async () => {
  await press(recruiter, 'Keep this view')
  await recruiter.getByRole('dialog').getByLabel('Name').fill('Analysts')
  await recruiter.getByRole('dialog').getByRole('button', { name: 'Keep this view' }).click()
  await recruiter.getByLabel('Your views').waitFor()
  await recruiter.getByRole('search').getByRole('button', { name: 'Clear the filters' }).click()
  await recruiter.getByText('2 candidates').waitFor()
  await recruiter.getByLabel('Your views').selectOption({ label: 'Analysts' })
  await recruiter.getByText('1 candidate', { exact: true }).waitFor()
  expect(await recruiter.getByLabel('Tag', { exact: true }).inputValue()).toBe('analytical')
  await press(recruiter, 'Remove this view')
  await recruiter.getByRole('dialog').getByRole('button', { name: 'Remove this view' }).click()
  await recruiter.getByLabel('Your views').waitFor({ state: 'detached' })
}, 60_000)

test('they are added to a job, and once only', async () => {
  const job = await hiring.job()
  await recruiter.getByRole('link', { name: 'Augusta King' }).click()
  await recruiter.getByText('No application yet.').waitFor()
  const add = async () => {
    await press(recruiter, 'Add to a job')
    await recruiter.getByRole('dialog').getByLabel('Job').selectOption({ label: job.title })
    await recruiter.getByRole('dialog').getByRole('button', { name: 'Add to the job' }).click()
  }
  await add()
  await recruiter.getByRole('link', { name: job.title }).first().waitFor()
  await add()
  await recruiter.getByText('This candidate is in this pipeline already.').waitFor()
  await press(recruiter, 'Cancel')
  await recruiter.getByRole('link', { name: job.title }).first().click()
  await recruiter.getByRole('link', { name: 'Contacts and documents' }).click()
  await recruiter.getByRole('heading', { name: 'Documents' }).waitFor()
  expect((await hiring.all<Application>('applications')).map(({ candidate }) => candidate.name)).toEqual([
    'Augusta King',
  ])
}, 60_000)

test('two people change one candidate: different fields meet, the same field is chosen', async () => {
  const before = await oneOf('Augusta King')
  await recruiter.getByRole('link', { name: 'Edit' }).click()
  await recruiter.getByLabel('Company').fill('Mine')
  await candidates.changed(before, { company: 'Theirs', location: 'London' })
  await press(recruiter, 'Save')
  const notice = recruiter.getByRole('status').filter({ hasText: 'Someone saved this' })
  await notice.getByText('Theirs').waitFor()
  await notice.getByRole('button').first().click()
  await press(recruiter, 'Save')
  await recruiter.getByText('Saved.', { exact: true }).first().waitFor()
  expect(await oneOf('Augusta King')).toMatchObject({ company: 'Mine', location: 'London' })
}, 60_000)

test('two records are merged after a look at what would happen, and separated again', async () => {
  const [king, ada] = [await oneOf('Augusta King'), await oneOf('Ada Lovelace')]
  await recruiter.goto(`${house.url}/candidates/${king.id}`)
  await press(recruiter, 'The same person as …')
  const dialog = recruiter.getByRole('dialog')
  await dialog.getByLabel('Name or e-mail of the other record').fill('lovel')
  await dialog.getByRole('button', { name: /See what would happen/ }).click()
  await dialog.getByText('Ada Lovelace becomes Augusta King.').waitFor()
  expect((await candidates.one(ada.id)).mergedInto).toBeNull()
  await dialog.getByRole('button', { name: 'Merge them' }).click()
  await recruiter.getByRole('heading', { name: 'Merged with' }).waitFor()
  await recruiter.goto(`${house.url}/candidates/${ada.id}`)
  await recruiter.getByText('That record was merged into this one.').waitFor()
  await recruiter.waitForURL(new RegExp(king.id))
  await press(recruiter, 'Separate Ada Lovelace again')
  await recruiter.getByRole('dialog').getByRole('button', { name: 'Separate again' }).click()
  await recruiter.getByText('Ada Lovelace has a record of its own again.').waitFor()
  expect((await candidates.one(ada.id)).mergedInto).toBeNull()
}, 60_000)

test('on a phone everything fits; a hiring manager sees who applied to their jobs, an interviewer nobody', async () => {
  const [job] = await hiring.all<{ id: string; revision: number }>('jobs')
  const admin = await house.signedIn(house.north.admin)
  const team = [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }]
  expect((await admin.patch(`/api/v1/jobs/${job!.id}`, { team }, job!.revision)).status).toBe(200)
  const manager = await signedInPage(browser, house.url, house.north.hiring_manager, { width: 360 })
  await manager.goto(`${house.url}/candidates`)
  await manager.getByText('1 candidate', { exact: true }).waitFor()
  await manager.getByRole('link', { name: 'Augusta King' }).click()
  await press(manager, 'Show the text of “resume.txt”')
  await manager.getByText('Wrote the first program').waitFor()
  expect(await horizontalOverflow(manager)).toBe(0)
  expect(await manager.getByRole('button', { name: /Take over|Remove|Add to a job/ }).count()).toBe(0)
  expect(await manager.getByRole('link', { name: 'Edit' }).count()).toBe(0)
  const interviewer = await signedInPage(browser, house.url, house.north.interviewer)
  expect(await visibleText(interviewer)).not.toContain('Candidates')
  await interviewer.goto(`${house.url}/candidates`)
  await interviewer.getByRole('heading', { name: 'This page is not for your role.' }).waitFor()
  for (const page of [recruiter, manager, interviewer]) expect(complaintsOf(page)).toEqual([])
}, 90_000)
