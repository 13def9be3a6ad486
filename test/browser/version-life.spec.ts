import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { InterviewTemplateVersion } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { saidSaved } from '../support/editor-page.ts'
import { type Templates, templatesOf } from '../support/interview-templates.ts'
import { complaintsOf } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

/** One version from a clone to its publication by a second person, while the version before stays as it was. */
let house: RunningHouse
let browser: Browser
let own: Templates
let writer: Page
let reviewer: Page
let before: InterviewTemplateVersion
let versionId: string

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  const admin = await house.signedIn(house.north.admin)
  own = templatesOf(admin)
  await admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'admin' })
  writer = await signedInPage(browser, house.url, house.north.admin, { width: 1440 })
  reviewer = await signedInPage(browser, house.url, house.north.recruiter)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const note = async (page: Page, verb: string, words: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(words)
  await dialog.getByRole('button', { name: verb }).click()
}

test('the organization asks for a second person, and an admin clones a kit and publishes its first version', async () => {
  await writer.goto(`${house.url}/organization`)
  await writer
    .getByLabel('Who publishes a version')
    .selectOption({ label: 'Somebody else than who sent it to review' })
  await writer.getByRole('button', { name: 'Save', exact: true }).click()
  await writer.getByText('The settings are saved.').waitFor()
  const clone = await own.clone('kit.recruiter-screen', 'First talk')
  await own.step(clone.id, 'submit-for-review', { note: 'As the kit says it.' })
  before = await templatesOf(await house.signedIn(house.north.recruiter)).step(clone.id, 'publish')
  await writer.goto(`${house.url}/interview-templates/${before.templateId}`)
  await writer.getByRole('button', { name: 'New version' }).click()
  await writer.waitForURL(/\/interview-template-versions\//)
  versionId = new URL(writer.url()).pathname.split('/').at(-1)!
  await saidSaved(writer)
}, 60_000)

test('they reorder by keyboard, run into what is missing, and mend it', async () => {
  const { draft, bank } = await own.version(versionId)
  const first = draft!.sections[0]!.questions[0]!.questionId
  const title = bank!.questions.find(({ id }) => id === first)!.title
  await writer.getByRole('button', { name: `Move “${title}” down` }).focus()
  await writer.keyboard.press('Enter')
  await writer.getByLabel('Duration').fill('10')
  await writer.getByRole('button', { name: 'Send to review', exact: true }).click()
  await writer
    .getByRole('dialog')
    .getByText(/The questions take \d+ minutes, the interview has 10\./)
    .waitFor()
  await writer.keyboard.press('Escape')
  await writer.getByLabel('Duration').fill('40')
  await writer.getByText('Nothing is missing', { exact: true }).first().waitFor()
  expect((await own.version(versionId)).draft!.sections[0]!.questions[0]!.questionId).not.toBe(first)
}, 60_000)

test('they send it to review and cannot publish it themselves; it says why', async () => {
  expect(await writer.getByRole('button', { name: 'Publish', exact: true }).isEnabled()).toBe(false)
  await writer.getByRole('button', { name: 'Send to review', exact: true }).click()
  await note(writer, 'Send to review', 'Ten minutes more, and the hard question later.')
  await writer.getByText('In review 2').first().waitFor()
  await writer
    .getByText(/You sent this version to review; somebody else publishes it/)
    .first()
    .waitFor()
}, 60_000)

test('another admin finds it on their first page, sees what changed, and publishes it', async () => {
  await reviewer.goto(`${house.url}/`)
  await reviewer.getByText('A version of 1 interview template waits for review').waitFor()
  await reviewer.getByRole('link', { name: 'Read it' }).click()
  await reviewer.getByRole('link', { name: 'First talk' }).click()
  await reviewer.getByRole('link', { name: 'Open the review' }).click()
  await reviewer.getByRole('link', { name: /What changed since version 1/ }).click()
  await reviewer.getByText('2 differences').waitFor()
  expect(await reviewer.locator('del').allInnerTexts()).toContain('30')
  expect(await reviewer.locator('ins').allInnerTexts()).toContain('40')
  await reviewer.goBack()
  await reviewer.getByRole('button', { name: 'Publish', exact: true }).click()
  await reviewer
    .getByRole('dialog')
    .getByText(/version 1 is retired/)
    .waitFor()
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await reviewer.getByText('Published 2').first().waitFor()
}, 60_000)

test('what began with the version before stays on it, word for word', async () => {
  const after = await own.version(before.id)
  expect(after).toMatchObject({ status: 'retired', content: before.content })
  await writer.goto(`${house.url}/interview-template-versions/${before.id}`)
  await writer.getByText('Retired 1').first().waitFor()
  await writer.getByText(before.content!.sections[0]!.questions[0]!.title).first().waitFor()
  for (const page of [writer, reviewer]) expect(complaintsOf(page)).toEqual([])
}, 60_000)
