import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { InterviewTemplate, TemplateFile } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { type Templates, templatesOf, VERSIONS } from '../support/interview-templates.ts'
import { complaintsOf, visibleText } from '../support/page.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let own: Templates
let admin: Page

const signedIn = (person: Person, width = 1280): Promise<Page> =>
  signedInPage(browser, house.url, person, { width })

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = templatesOf(await house.signedIn(house.north.admin))
  admin = await signedIn(house.north.admin)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const openTemplate = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${house.url}/interview-templates`)
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('an admin finds a kit, reads its facts and clones it; a name that is taken is told at the field', async () => {
  await admin.goto(`${house.url}/interview-templates`)
  await admin.getByText('6 templates').waitFor()
  await admin.getByRole('searchbox').fill('PYTHON')
  await admin.getByText('1 template', { exact: true }).waitFor()
  await admin.getByRole('link', { name: 'Python fundamentals' }).click()
  await admin.getByText('came with Assay').first().waitFor()
  await admin.getByRole('button', { name: 'Clone' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByLabel('Name').fill('system  DESIGN')
  await dialog.getByRole('button', { name: 'Clone' }).click()
  await dialog.getByText(/There is one with these words already/).waitFor()
  await dialog.getByLabel('Name').fill('Runtime questions')
  await dialog.getByRole('button', { name: 'Clone' }).click()
  await admin.waitForURL(/\/interview-template-versions\//)
  await admin
    .getByRole('heading', { name: /Runtime questions/ })
    .first()
    .waitFor()
  await admin.goto(`${house.url}/interview-templates?filter=${encodeURIComponent('{"status":"draft"}')}`)
  await admin.getByText('1 template', { exact: true }).waitFor()
}, 60_000)

test('two admins name one template at once: both names are shown, and the person chooses', async () => {
  const { id, revision } = (
    await own.all<InterviewTemplate>('interview-templates', { q: 'runtime questions' })
  )[0]!
  await openTemplate(admin, 'Runtime questions')
  const other = await house.signedIn(house.north.admin)
  await other.patch(`/api/v1/interview-templates/${id}`, { name: 'Theirs' }, revision)
  await admin.getByLabel('Name', { exact: true }).fill('Mine')
  await admin.getByLabel('Purpose').fill('Also mine.')
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  const notice = admin.getByRole('status').filter({ hasText: 'Someone saved this' })
  await notice.getByText('Theirs').waitFor()
  await notice.getByText('Mine', { exact: true }).waitFor()
  await notice.getByRole('button').first().click()
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  await admin.getByRole('heading', { level: 1, name: 'Mine' }).waitFor()
  const [saved] = await own.all<InterviewTemplate>('interview-templates', { ids: [id] })
  expect(saved).toMatchObject({ name: 'Mine', purpose: 'Also mine.' })
}, 60_000)

test('a template file is saved, refused when it is broken, tried, and taken in under another name', async () => {
  await openTemplate(admin, 'System design')
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('button', { name: 'Template file (JSON)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('System-design-v1.json')
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const content = Buffer.concat(chunks).toString('utf8')
  const choose = async (text: string) =>
    admin
      .locator('input[type=file]')
      .setInputFiles({ name: 'kit.json', mimeType: 'application/json', buffer: Buffer.from(text) })

  await admin.goto(`${house.url}/interview-templates/import`)
  await choose(content.slice(0, -50))
  await admin.getByText('This is not a JSON file in UTF-8, or it is cut off.').waitFor()
  await choose('x'.repeat(1_500_000))
  await admin.getByText(/This file has 2 MB/).waitFor()
  await choose(JSON.stringify({ ...(JSON.parse(content) as TemplateFile), formatVersion: 9 }))
  await admin.getByText(/formatVersion: This file is of version 9/).waitFor()
  await choose(content)
  await admin.getByText('There is a template "System design" already: give another name.').waitFor()
  expect(await admin.getByRole('button', { name: 'Import as a draft' }).isDisabled()).toBe(true)
  await admin.getByLabel('Name').fill('System design, taken in')
  await admin.getByText('The draft would lack nothing').waitFor()
  expect((await own.all('interview-templates', { q: 'taken in' })).length).toBe(0)
  await admin.getByRole('button', { name: 'Import as a draft' }).click()
  await admin.waitForURL(/\/interview-template-versions\//)
  await admin
    .getByRole('heading', { name: /System design, taken in/ })
    .first()
    .waitFor()
}, 90_000)

test('what changed between two versions is shown word by word', async () => {
  const draft = await own.clone('kit.recruiter-screen', 'Compared')
  const first = await own.save(draft, (words) => (words.instructions = 'Begin with the role and the team.'))
  await own.step(first.id, 'publish', { note: 'The first.' })
  const next = await own.save(await own.draftOf(draft.templateId), (words) => {
    words.instructions = 'Begin with the role, the team and the week.'
    words.durationMinutes = 45
    words.sections[0]!.questions.reverse()
  })
  await own.step(next.id, 'publish', { note: 'More time.' })
  await openTemplate(admin, 'Compared')
  await admin.getByText('More time.').first().waitFor()
  await admin.getByRole('link', { name: 'Compare' }).click()
  await admin.getByText('3 differences').waitFor()
  await admin.getByText('From place 1 of 2 to place 2 of 2.').waitFor()
  expect(await admin.locator('ins').allInnerTexts()).toEqual(expect.arrayContaining(['45']))
  expect(await admin.locator('del').allInnerTexts()).toEqual(expect.arrayContaining(['30']))
  expect(await visibleText(admin)).toContain('Begin with the role, the team and the week.')
}, 60_000)

test('a template is archived and restored after its consequences were read', async () => {
  await openTemplate(admin, 'Compared')
  await admin.getByRole('button', { name: 'Archive' }).click()
  await admin
    .getByRole('dialog')
    .getByText(/No new interview can be planned with it/)
    .waitFor()
  await admin.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
  await admin.getByText('This template is archived').waitFor()
  await admin.getByRole('button', { name: 'Restore' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await admin.getByRole('button', { name: 'Archive' }).waitFor()
}, 60_000)

test('the preparation sheet is read, copied and saved; it leaks nothing', async () => {
  const { published } = await own.kit('kit.python-fundamentals')
  const { sections } = await own.preview(published!.id)
  await openTemplate(admin, 'Python fundamentals')
  await admin.getByRole('link', { name: 'Preparation sheet' }).click()
  await admin.getByText('What we look at').waitFor()
  const shown = await visibleText(admin)
  for (const { title, prompt } of sections.flatMap(({ questions }) => questions)) {
    expect(shown).not.toContain(title)
    expect(shown).not.toContain(prompt)
  }
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('button', { name: 'Download as PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^Python-fundamentals.*\.pdf$/)
}, 60_000)

test('a recruiter proposes but neither imports nor archives; an interviewer sees none of it', async () => {
  const recruiter = await signedIn(house.north.recruiter)
  await openTemplate(recruiter, 'Hiring-manager round')
  expect(await recruiter.getByRole('button', { name: 'Archive' }).count()).toBe(0)
  await recruiter.getByRole('button', { name: 'New version' }).click()
  await recruiter.waitForURL(/\/interview-template-versions\//)
  await recruiter.goto(`${house.url}/interview-templates/import`)
  await recruiter.getByRole('heading', { name: 'This page is not for your role.' }).waitFor()
  const interviewer = await signedIn(house.north.interviewer, 360)
  await interviewer.goto(`${house.url}/interview-templates`)
  await interviewer.getByRole('heading', { name: 'This page is not for your role.' }).waitFor()
  const { published } = await own.kit('kit.system-design')
  const answer = await interviewer.request.get(`${house.url}${VERSIONS}/${published!.id}`)
  expect(answer.status()).toBe(403)
  for (const page of [admin, recruiter, interviewer]) expect(complaintsOf(page)).toEqual([])
}, 90_000)
