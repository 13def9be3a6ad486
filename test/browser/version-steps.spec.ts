import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { InterviewTemplateVersion, Question } from '@assay/contracts'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openVersion, saidSaved, untilDraft } from '../support/editor-page.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Templates, templatesOf, VERSIONS } from '../support/interview-templates.ts'
import { complaintsOf } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

/** Every way that a version can go, other than straight to its publication. */
let house: RunningHouse
let browser: Browser
let admin: HttpClient
let own: Templates
let page: Page
let version: InterviewTemplateVersion
let count = 0

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  admin = await house.signedIn(house.north.admin)
  own = templatesOf(admin)
  await admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'admin' })
  page = await signedInPage(browser, house.url, house.north.admin, { width: 1440 })
}, 90_000)
afterAll(async () => {
  expect(complaintsOf(page)).toEqual([])
  await browser.close()
  await house.stop()
})
beforeEach(async () => {
  version = await own.clone('kit.recruiter-screen', `First talk ${(count += 1)}`)
})

const ask = async (verb: string): Promise<Locator> => {
  await page.getByRole('button', { name: verb, exact: true }).click()
  return page.getByRole('dialog')
}
const say = async (dialog: Locator, verb: string, note?: string): Promise<void> => {
  if (note !== undefined) await dialog.getByRole('textbox').fill(note)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
}
const statusNow = async (): Promise<string> => (await own.version(version.id)).status

test('the bank changes while somebody publishes: nothing is published, and what changed is shown', async () => {
  const id = version.draft!.sections[0]!.questions[0]!.questionId
  const question = (await own.all<Question>('questions')).find((one) => one.id === id)!
  await openVersion(page, version)
  await saidSaved(page)
  const dialog = await ask('Publish')
  await dialog.getByLabel('What is new').fill('As it was read.')
  const prompt = 'Which of your results would your last team miss first?'
  const changed = await admin.patch(`/api/v1/questions/${id}`, { prompt }, question.revision)
  expect(changed.status).toBe(200)
  const answer = page.waitForResponse((response) => response.url().endsWith(`${version.id}/publish`))
  await say(dialog, 'Publish')
  expect((await answer).status()).toBe(412)
  await dialog.getByText('Nothing was published. Read it as it is now first.').waitFor()
  expect(await statusNow()).toBe('draft')
  await dialog.getByRole('link', { name: `${question.title}: What is asked` }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.locator(`#question-${id}-prompt`).getByText(prompt).first().waitFor()
  await say(await ask('Publish'), 'Publish', 'As it is read now.')
  await page.getByText('Published 1').first().waitFor()
  expect((await own.version(version.id)).content!.sections[0]!.questions[0]!.prompt).toBe(prompt)
}, 60_000)

describe('a version in review', () => {
  test('is taken back by whoever sent it there, and can be written on again', async () => {
    await own.step(version.id, 'submit-for-review', { note: 'Look at it.' })
    await openVersion(page, version)
    const dialog = await ask('Take back')
    expect(await dialog.getByRole('textbox').inputValue()).toBe('Taken back.')
    await say(dialog, 'Take back')
    await page.getByText('Version 1 is a draft again.').waitFor()
    await page.getByLabel('Instructions for the interviewer').fill('One thing more.')
    await untilDraft(own, version.id, (draft) => draft.instructions === 'One thing more.')
  }, 60_000)

  test('is returned with a note, which has to be written and which its author finds at the top', async () => {
    const colleague = templatesOf(await house.signedIn(house.north.recruiter))
    await colleague.step(version.id, 'submit-for-review', { note: 'Look at it.' })
    await openVersion(page, version)
    const dialog = await ask('Return')
    await say(dialog, 'Return it')
    await dialog.getByText('Please fill this in.').waitFor()
    expect(await statusNow()).toBe('in_review')
    await say(dialog, 'Return it', 'The close needs a question of its own.')
    await page.getByText('Version 1 is a draft again.').waitFor()
    const author = await signedInPage(browser, house.url, house.north.recruiter)
    await openVersion(author, version)
    const notice = author.getByRole('status').filter({ hasText: 'It came back from review.' })
    await notice.getByText('The close needs a question of its own.').waitFor()
    await author.context().close()
  }, 60_000)
})

test('who may only read a draft is told why, once', async () => {
  await admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'recruiter' })
  const reader = await signedInPage(browser, house.url, house.north.recruiter)
  await openVersion(reader, version)
  const why = reader.getByText('Somebody else writes this draft; clone it, or make one.')
  await why.waitFor()
  const discard = reader.getByRole('button', { name: 'Discard' })
  expect(await discard.getAttribute('aria-describedby')).toBe(await why.getAttribute('id'))
  await reader.context().close()
}, 60_000)

test('a published version is retired: it stays readable, and no further step is offered but a new version', async () => {
  await own.step(version.id, 'publish', { note: 'First.', wordsHash: version.wordsHash })
  await openVersion(page, version)
  const dialog = await ask('Retire')
  await dialog.getByText(/No new interview can be planned with this template/).waitFor()
  await say(dialog, 'Retire it')
  await page.getByText('Retired 1').first().waitFor()
  expect(await statusNow()).toBe('retired')
  await page.getByText(version.bank!.questions[0]!.title).first().waitFor()
  expect(await page.getByRole('button', { name: /^(Retire|Publish|Return)$/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'New version' }).waitFor()
}, 60_000)

test('a draft is discarded after its question, with what nobody had saved, and its address leads nowhere', async () => {
  await openVersion(page, version)
  await saidSaved(page)
  await say(await ask('Discard'), 'Cancel')
  expect((await admin.get(`${VERSIONS}/${version.id}`)).status).toBe(200)
  await page.getByLabel('Title of the section').first().fill('')
  await page.getByRole('link', { name: /except 1 place/ }).waitFor()
  await say(await ask('Discard'), 'Discard the draft')
  await page.waitForURL((url) => url.pathname === `/interview-templates/${version.templateId}`)
  await page.getByText('The draft is discarded.').waitFor()
  expect((await admin.get(`${VERSIONS}/${version.id}`)).status).toBe(404)
}, 60_000)
