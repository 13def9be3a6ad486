import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { InterviewTemplateVersion, Question, VersionDraft } from '@assay/contracts'
import type { Browser, Locator, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openVersion, saidSaved, untilDraft } from '../support/editor-page.ts'
import { type Templates, templatesOf } from '../support/interview-templates.ts'
import { complaintsOf, horizontalOverflow, visibleText } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let own: Templates
let admin: Page
let version: InterviewTemplateVersion
let count = 0

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = templatesOf(await house.signedIn(house.north.admin))
  admin = await signedInPage(browser, house.url, house.north.admin, { width: 1440 })
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})
beforeEach(async () => {
  await admin.context().setOffline(false)
  version = await own.clone('kit.python-fundamentals', `Runtime ${(count += 1)}`)
})

const open = async (page: Page, place = ''): Promise<void> => await openVersion(page, version, place)
const draftNow = async (): Promise<VersionDraft> => (await own.version(version.id)).draft!
const until = async (holds: (draft: VersionDraft) => boolean): Promise<void> =>
  await untilDraft(own, version.id, holds)
const titleOf = (id: string): string => version.bank!.questions.find((one) => one.id === id)!.title
const questionAt = (section: number, place: number): string =>
  version.draft!.sections[section]!.questions[place]!.questionId
/** The focus follows a moment after the thing it follows. Told as text: the tests know no browser types. */
const focusIs = async (page: Page, condition: string): Promise<void> => {
  const deadline = Date.now() + 5_000
  while (!(await page.evaluate(`(() => { const it = document.activeElement; return ${condition} })()`))) {
    if (Date.now() > deadline) throw new Error(`The focus is not where ${condition}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const focusOn = (page: Page, label: string): Promise<void> =>
  focusIs(page, `it.getAttribute('aria-label') === ${JSON.stringify(label)}`)

describe('an admin at the draft of a kit', () => {
  test('moves a question by keyboard: past the end of its section, focus and voice go along, and back again', async () => {
    const first = version.draft!.sections[0]!
    const id = first.questions.at(-1)!.questionId
    const title = titleOf(id)
    await open(admin)
    const down = admin.getByRole('button', { name: `Move “${title}” down` })
    await down.focus()
    await admin.keyboard.press('Enter')
    await until((draft) => draft.sections[1]!.questions[0]!.questionId === id)
    await focusOn(admin, `Move “${title}” down`)
    const next = version.draft!.sections[1]!
    await admin
      .getByText(`“${title}” is now question 1 of ${next.questions.length + 1} in “${next.title}”.`)
      .waitFor({ state: 'attached' })
    await admin.getByRole('button', { name: 'Take back the last step' }).click()
    await until((draft) => draft.sections[0]!.questions.at(-1)!.questionId === id)
    expect(await draftNow()).toEqual(version.draft)
  }, 60_000)

  test('drags a question by keys within its section, and by mouse into another', async () => {
    const [id, target] = [questionAt(0, 0), questionAt(1, 0)]
    // Tall enough that nothing scrolls while it is dragged.
    await admin.setViewportSize({ width: 1440, height: 2_400 })
    await open(admin)
    const handle = admin.getByRole('button', { name: `Drag “${titleOf(id)}”` })
    await handle.focus()
    for (const key of ['Space', 'ArrowDown', 'Space']) {
      await admin.keyboard.press(key)
      await admin.waitForTimeout(300)
    }
    await until((draft) => draft.sections[0]!.questions[1]!.questionId === id)
    const from = (await handle.boundingBox())!
    const to = (await admin.getByRole('button', { name: `Drag “${titleOf(target)}”` }).boundingBox())!
    await admin.mouse.move(from.x + 8, from.y + 8)
    await admin.mouse.down()
    await admin.mouse.move(from.x + 8, from.y + 40, { steps: 5 })
    await admin.waitForTimeout(200)
    await admin.mouse.move(to.x + 8, to.y + 20, { steps: 20 })
    await admin.waitForTimeout(400)
    await admin.mouse.up()
    await until((draft) => draft.sections[1]!.questions.some(({ questionId }) => questionId === id))
    await admin.setViewportSize({ width: 1440, height: 800 })
    expect(complaintsOf(admin)).toEqual([])
  }, 60_000)

  test('edits in place: the preview follows, it saves itself, and what is put otherwise can follow the bank again', async () => {
    const id = questionAt(0, 0)
    await open(admin)
    await admin.getByLabel('Title of the section').first().fill('Warm-up')
    await admin.getByLabel(`Minutes for ${titleOf(id)}`).fill('17')
    await admin.getByRole('button', { name: `Edit “${titleOf(id)}” in this version` }).click()
    await admin
      .getByLabel('What is asked', { exact: true })
      .fill('What happens when two threads add to one counter?')
    const preview = admin.getByRole('complementary')
    await preview.getByRole('heading', { name: 'Warm-up' }).waitFor()
    await preview.getByText('What happens when two threads add to one counter?').waitFor()
    await admin.getByText('Put otherwise than in the bank').waitFor()
    await saidSaved(admin)
    await until((draft) => draft.sections[0]!.title === 'Warm-up')
    expect((await draftNow()).sections[0]!.questions[0]!.overrides).toEqual({
      minutes: 17,
      prompt: 'What happens when two threads add to one counter?',
    })
    await admin.getByRole('button', { name: /^Say what the bank says: What is asked/ }).click()
    await until((draft) => draft.sections[0]!.questions[0]!.overrides.prompt === undefined)
  }, 60_000)

  test('adds questions of the bank through the dialog; those that are asked already are marked', async () => {
    const asked = new Set(version.bank!.questions.map(({ id }) => id))
    const free = (await own.all<Question>('questions')).find(({ id }) => !asked.has(id))!
    await open(admin)
    await admin.getByRole('button', { name: 'Add questions from the bank' }).first().click()
    const dialog = admin.getByRole('dialog')
    const search = dialog.getByRole('searchbox')
    await search.fill(titleOf(questionAt(1, 0)))
    await dialog.getByText(`Asked in “${version.draft!.sections[1]!.title}” already`).first().waitFor()
    await search.fill(free.title)
    await dialog.getByText(free.title, { exact: true }).first().click()
    await dialog.getByRole('button', { name: 'Add 1' }).click()
    await until((draft) => draft.sections[0]!.questions.at(-1)!.questionId === free.id)
    await admin.getByRole('complementary').getByRole('heading', { name: free.title }).waitFor()
  }, 60_000)
})

describe('two admins at once', () => {
  test('different things are put together without a question', async () => {
    await open(admin)
    await own.save(version, (draft) => {
      draft.durationMinutes = 75
      draft.sections[1]!.title = 'Theirs'
    })
    await admin.getByLabel('Title of the section').first().fill('Mine')
    await until(({ sections }) => sections[0]!.title === 'Mine' && sections[1]!.title === 'Theirs')
    expect((await draftNow()).durationMinutes).toBe(75)
    expect(await admin.getByLabel('Title of the section').nth(1).inputValue()).toBe('Theirs')
  }, 60_000)

  test('the same text: both stand side by side, and nothing is lost before one is chosen', async () => {
    await open(admin)
    await own.save(version, (draft) => void (draft.instructions = 'What they wrote.'))
    await admin.getByLabel('Instructions for the interviewer').fill('What I wrote.')
    const notice = admin.getByRole('status').filter({ hasText: 'The same text was changed elsewhere, too' })
    await notice.getByText('What they wrote.').waitFor()
    await notice.getByText('What I wrote.').waitFor()
    expect((await draftNow()).instructions).toBe('What they wrote.')
    await admin.getByRole('link', { name: 'Home', exact: true }).first().click()
    await admin.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click()
    await notice.getByRole('button', { name: /^Keep mine/ }).click()
    await until((draft) => draft.instructions === 'What I wrote.')
    await notice.waitFor({ state: 'detached' })
  }, 60_000)
})

test('without a connection everything stays, the page says so, and it is saved when it is back', async () => {
  await open(admin)
  await admin.context().setOffline(true)
  await admin.getByLabel('Instructions for the interviewer').fill('Written in a tunnel.')
  await admin.getByText('Saved on this device, not yet on the server: no connection.').waitFor()
  await admin.getByLabel('Title of the section').first().fill('Also in the tunnel')
  expect((await draftNow()).instructions).toBe(version.draft!.instructions)
  await admin.context().setOffline(false)
  await until((draft) => draft.instructions === 'Written in a tunnel.')
  await until((draft) => draft.sections[0]!.title === 'Also in the tunnel')
  await saidSaved(admin)
}, 60_000)

test('leaving a moment after the last letter loses nothing', async () => {
  await open(admin)
  await admin.getByLabel('Instructions for the interviewer').fill('The last letter.')
  await admin.getByRole('link', { name: 'Home', exact: true }).first().click()
  await admin.waitForURL(`${house.url}/`)
  await until((draft) => draft.instructions === 'The last letter.')
}, 60_000)

test('a title that is taken out is held back at its field, and all else is saved', async () => {
  await open(admin)
  const title = admin.getByLabel('Title of the section').first()
  await title.fill('')
  await admin.getByLabel('Instructions for the interviewer').fill('Saved all the same.')
  await until((draft) => draft.instructions === 'Saved all the same.')
  expect((await draftNow()).sections[0]!.title).toBe(version.draft!.sections[0]!.title)
  await admin.getByRole('link', { name: /except 1 place/ }).click()
  await focusOn(admin, 'Title of the section')
  await admin.getByText('Please fill this in.').waitFor()
  await title.fill('Named')
  await until((draft) => draft.sections[0]!.title === 'Named')
}, 60_000)

const emptied = async (): Promise<string> => {
  const id = questionAt(0, 0)
  version = await own.save(version, (draft) => {
    draft.sections[0]!.questions[0]!.overrides = { redFlags: [] }
  })
  return id
}

const publish = async (dialog: Locator, note: string): Promise<void> => {
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await dialog.getByText('Please fill this in.').waitFor()
  await dialog.getByLabel('What is new').fill(note)
  await dialog.getByRole('button', { name: 'Publish' }).click()
}

test('what is missing stops publishing and leads to its place; once it is written, a note publishes it', async () => {
  const id = await emptied()
  await open(admin)
  await admin.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('link', { name: `${titleOf(id)} has no red flags.` }).click()
  await admin.getByRole('button', { name: 'Say what the bank says: Red flags' }).waitFor()
  await focusIs(admin, 'it.closest("[id$=-redFlags]") !== null')
  await admin.keyboard.press('Enter')
  await admin.keyboard.type('Says that threads make everything faster')
  await until((draft) => draft.sections[0]!.questions[0]!.overrides.redFlags?.length === 1)
  await admin.getByText('Nothing is missing', { exact: true }).first().waitFor()
  await admin.getByRole('button', { name: 'Publish', exact: true }).click()
  await publish(dialog, 'Red flags for the opening.')
  await admin.getByText('Published 1').waitFor()
  expect((await own.version(version.id)).status).toBe('published')
  expect(await visibleText(admin)).toContain('Red flags for the opening.')
  expect(await admin.getByLabel('Title of the section').count()).toBe(0)
  expect(complaintsOf(admin)).toEqual([])
}, 60_000)

test('a version that went to review meanwhile takes nothing more, and what was typed goes into a new one', async () => {
  await open(admin)
  await saidSaved(admin)
  await own.step(version.id, 'submit-for-review', { note: 'Look at it.' })
  await admin.getByLabel('Instructions for the interviewer').fill('Too late for this version.')
  await admin.getByText('This draft cannot be written on any more.').waitFor()
  await admin.getByRole('button', { name: 'Begin a new version with it' }).click()
  await admin.waitForURL((url) => !url.pathname.endsWith(version.id))
  await admin.getByText('Too late for this version.').first().waitFor()
  const id = new URL(admin.url()).pathname.split('/').at(-1)!
  expect((await own.version(id)).draft!.instructions).toBe('Too late for this version.')
}, 60_000)

test('on a phone it is one thing after the other, and fits', async () => {
  const phone = await signedInPage(browser, house.url, house.north.admin, { width: 360 })
  const id = await emptied()
  await open(phone)
  expect(await horizontalOverflow(phone)).toBe(0)
  await phone.getByRole('link', { name: 'Preview', exact: true }).click()
  await phone.getByRole('heading', { name: 'Scorecard' }).waitFor()
  expect(await horizontalOverflow(phone)).toBe(0)
  await phone.getByRole('link', { name: 'Missing (1)' }).click()
  await phone.getByRole('link', { name: `${titleOf(id)} has no red flags.` }).click()
  await phone.getByRole('button', { name: 'Say what the bank says: Red flags' }).waitFor()
  expect(await horizontalOverflow(phone)).toBe(0)
  expect(complaintsOf(phone)).toEqual([])
  await phone.context().close()
}, 60_000)
