import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Application, Interview, InterviewRoom } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import type { HttpClient } from '../support/http-client.ts'
import { complaintsOf, horizontalOverflow } from '../support/page.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { INTERVIEWS, type Panels, panelsOf } from '../support/panels.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'
import { scorecardsOf } from '../support/scorecards.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let own: Panels
let interviewer: HttpClient
let manager: HttpClient

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = await panelsOf(house, await house.signedIn(house.north.recruiter))
  interviewer = await house.signedIn(house.north.interviewer)
  manager = await house.signedIn(house.north.hiring_manager)
}, 60_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const roomOf = async (client: HttpClient, { id }: { id: string }): Promise<string> => {
  const { ownScorecard } = (await client.get(`${INTERVIEWS}/${id}`)).json<Interview>()
  return `/scorecards/${ownScorecard!.id}/room`
}

const saved = (page: Page) =>
  page
    .locator('[data-part="save-state"]')
    .getByText(/^Saved/)
    .waitFor()
const stop = async (page: Page): Promise<string> =>
  (await page.locator(':focus').getAttribute('data-stop')) ?? ''

/** Goes on with J until it stands at a stop of that kind. */
const goTo = async (page: Page, kind: string): Promise<void> => {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('j')
    if ((await stop(page)).startsWith(kind)) return
  }
  throw new Error(`There is no ${kind} to go to.`)
}

/** Rates what is left of the competencies with one key each, recommends, and says why. */
const rateAll = async (page: Page, room: InterviewRoom): Promise<void> => {
  await goTo(page, 'competency')
  for (let one = 0; one < room.kit.competencies.length; one += 1) {
    await page.keyboard.press('3')
    await page.keyboard.press('j')
  }
  await page.getByRole('radio', { name: 'Yes', exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('radio', { name: 'Fairly' }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Summary').focus()
  await page.keyboard.type('Clear on the runtime, careful with claims.')
}

const apart = async (page: Page): Promise<void> => {
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}

test('a whole interview by keyboard: notes, ratings, evidence, submitted, taken back, submitted', async () => {
  const interview = await own.schedule(await own.applied())
  const mine = scorecardsOf(interviewer)
  const page = await signedInPage(browser, house.url, house.north.interviewer)
  await page.goto(await roomOf(interviewer, interview))
  await page.getByRole('heading', { name: interview.candidate.name }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('n')
  await page.keyboard.type('Said that the collector is not the counter.')
  await page.keyboard.press('Escape')
  expect(await stop(page)).toMatch(/^question:/)
  const room = await mine.own(interview)
  await rateAll(page, room)
  await page.keyboard.press('Escape')
  await goTo(page, 'conclusion').catch(() => undefined)
  await page.keyboard.press('k')
  await page.keyboard.press('4')
  await page.getByText('say what you saw or heard').first().waitFor()
  await page.keyboard.press('e')
  await page.keyboard.type('Wrote the generator without a hint.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Submit this scorecard?' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('You can take it back').waitFor()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
  await page.getByRole('button', { name: 'Open it to the others now' }).click()
  await page.getByText('Submitted, and open to the others.').waitFor()
  const { scorecard } = await mine.own(interview)
  const said = await mine.scorecard(scorecard.id)
  expect(said.revisions).toHaveLength(1)
  const content = said.revisions[0]!.content!
  expect(Object.values(content.questions)[0]?.notes).toBe('Said that the collector is not the counter.')
  expect(Object.values(content.ratings).map(({ level }) => level)).toContain(4)
  await apart(page)
}, 120_000)

const page = (person: Person, width = 1280) => signedInPage(browser, house.url, person, { width })

test('two panelists at once: neither sees the other before their own is in; amended after that says so', async () => {
  const application: Application = await own.applied()
  const interview = await own.schedule(application, {
    panel: [{ userId: house.north.interviewer.id }, { userId: house.north.hiring_manager.id }],
  })
  await scorecardsOf(interviewer).submit(interview, { summary: 'From the interviewer.' })
  const { scorecard } = await scorecardsOf(interviewer).own(interview)
  await scorecardsOf(interviewer).step(scorecard.id, 'give-up-recall')

  const second = await page(house.north.hiring_manager)
  await second.goto(`/applications/${application.id}/scorecards`)
  await second.getByText('You still owe a scorecard on this application.').waitFor()
  expect(await second.getByText('From the interviewer.').count()).toBe(0)
  await second.goto(await roomOf(manager, interview))
  await second.getByRole('heading', { name: interview.candidate.name }).waitFor()
  await rateAll(second, await scorecardsOf(manager).own(interview))
  await second.keyboard.press('Control+Enter')
  await second.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
  await second.getByRole('button', { name: 'Open it to the others now' }).click()
  await second.getByRole('link', { name: 'Read the panel’s scorecards' }).click()
  await second.getByText('From the interviewer.').first().waitFor()

  await second.goto(await roomOf(manager, interview))
  await second.getByText('You have read what others submitted').waitFor()
  await second.getByRole('button', { name: 'Write an amendment' }).click()
  await second.getByLabel('Summary').fill('On reflection, less sure.')
  await saved(second)
  await second.getByRole('button', { name: 'Amend', exact: true }).click()
  await second.getByLabel('Why is it changed?').fill('I had misheard one answer.')
  await second.getByRole('dialog').getByRole('button', { name: 'Amend' }).click()
  await second.getByText('Submitted, and open to the others.').waitFor()
  const [latest, first] = (await scorecardsOf(interviewer).of(application)).scorecards.find(
    ({ author }) => author.id === house.north.hiring_manager.id,
  )!.revisions
  expect(latest).toMatchObject({ because: 'I had misheard one answer.', afterSeeingOthers: true })
  expect(first).toMatchObject({ afterSeeingOthers: false })
  await apart(second)
}, 120_000)

test('on a phone, without a network in the middle: all of it is there afterwards', async () => {
  const interview = await own.schedule(await own.applied())
  const phone = await page(house.north.interviewer, 360)
  await phone.goto(await roomOf(interviewer, interview))
  const notes = phone.getByLabel('Notes').first()
  await notes.fill('Before the tunnel.')
  await saved(phone)
  await phone.context().setOffline(true)
  await notes.fill('Before the tunnel. And in it.')
  await phone.getByText('Offline. Kept on this device').waitFor()
  await phone.getByRole('button', { name: 'Ratings' }).click()
  const [card] = await phone.locator('[data-stop^="competency"]').all()
  await card!.getByRole('button').first().click()
  await card!.getByText('Not assessed', { exact: true }).click()
  expect(await horizontalOverflow(phone)).toBe(0)
  await phone.context().setOffline(false)
  await saved(phone)
  const { draft } = (await scorecardsOf(interviewer).own(interview)).scorecard
  expect(Object.values(draft.questions).map((answer) => answer.notes)).toEqual([
    'Before the tunnel. And in it.',
  ])
  expect(Object.values(draft.ratings).map(({ level }) => level)).toEqual(['not_assessed'])
  await phone.context().close()
}, 120_000)

test('the room, a submitted one, and the page to read on are accessible, fit and run clean', async () => {
  const application = await own.applied()
  const [fresh, submitted] = [await own.schedule(await own.applied()), await own.schedule(application)]
  const { scorecard } = await scorecardsOf(interviewer).submit(submitted)
  await scorecardsOf(interviewer).step(scorecard.id, 'give-up-recall')
  const paths = [await roomOf(interviewer, fresh), await roomOf(interviewer, submitted)]
  const opened = (scheme: 'light' | 'dark') =>
    signedInPage(browser, house.url, house.north.interviewer, { scheme })
  const reading = `/applications/${application.id}/scorecards`
  expect(await problemsOfPages(opened, house.url, [...paths, reading])).toEqual([])
}, 300_000)
