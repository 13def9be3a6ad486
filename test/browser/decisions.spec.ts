import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Application, Decision } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { decisionsOf } from '../support/decisions.ts'
import { type Finalists, finalistsOf } from '../support/finalists.ts'
import { freeStages, hiringOf } from '../support/hiring.ts'
import { complaintsOf } from '../support/page.ts'
import { problemsIn, settle } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { scorecardsOf } from '../support/scorecards.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let finalists: Finalists
let manager: Page
let recruiter: Page

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  finalists = await finalistsOf(house, {
    stages: freeStages('Final'),
    approvalGroups: [{ needed: 1, userIds: [house.north.recruiter.id] }],
  })
  manager = await signedInPage(browser, house.url, house.north.hiring_manager)
  recruiter = await signedInPage(browser, house.url, house.north.recruiter)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const of = (name: string): Application =>
  finalists.applications.find(({ candidate }) => candidate.name === name)!
const decide = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${house.url}/applications/${of(name).id}/decision`)
  await page.getByRole('heading', { name: `Decision about ${name}` }).waitFor()
}
const latest = async (name: string): Promise<Decision | undefined> =>
  (await decisionsOf(await house.signedIn(house.north.admin)).of(of(name)))[0]
const status = async (name: string) =>
  (await hiringOf(await house.signedIn(house.north.admin)).application(of(name).id)).status

/** Outcome, reasons and one competency, as somebody types them. */
const write = async (page: Page, outcome: string): Promise<void> => {
  await page.getByLabel('What is decided').selectOption({ label: outcome })
  await page.getByLabel('Why', { exact: true }).fill('Explains every choice they made.')
  await page.getByLabel('Say it of a competency').selectOption({ index: 1 })
  await page.getByLabel(/What speaks for or against/).fill('Names what could break.')
}
const record = (page: Page) => page.getByRole('button', { name: 'Record the decision' }).click()

/** Nothing but keys: the focus is where the next key goes. */
const press = async (page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> => {
  await page.getByRole(role, { name }).first().focus()
  await page.keyboard.press('Enter')
}

test('compared, decided and agreed to, by keyboard only; the application follows', async () => {
  await manager.goto(`${house.url}/jobs/${finalists.job.id}/comparison`)
  await manager.getByRole('region', { name: 'What each panelist gave' }).waitFor()
  await press(manager, 'button', /: 4, strong yes\. Show what it rests on$/i)
  await manager
    .getByRole('dialog')
    .getByText(/heard this on/)
    .first()
    .waitFor()
  await manager.keyboard.press('Escape')
  await manager.getByRole('dialog').waitFor({ state: 'detached' })
  await press(manager, 'link', 'Radia Perlman')
  await manager.getByRole('heading', { level: 1, name: 'Radia Perlman' }).waitFor()
  await press(manager, 'link', 'Decide, or read decisions')
  await manager.getByText('2 scorecards that count').waitFor()
  await manager.getByLabel('What is decided').focus()
  await manager.keyboard.type('H')
  await manager.getByText('It waits until 1 group has agreed; then the application follows.').waitFor()
  await manager.getByLabel('Why', { exact: true }).focus()
  await manager.keyboard.type('Clear from the first question to the last.')
  await press(manager, 'button', 'Record the decision')
  await manager.getByText('Say it of at least one competency.').waitFor()
  await manager.getByLabel('Say it of a competency').focus()
  await manager.keyboard.press('ArrowDown')
  await manager.getByLabel(/What speaks for or against/).focus()
  await manager.keyboard.type('Every answer had its reasons.')
  expect(await problemsIn(manager, 'deciding')).toEqual([])
  await press(manager, 'button', 'Record the decision')
  await manager.getByText('Waits for agreement').waitFor()
  expect(await status('Radia Perlman')).toBe('active')

  await recruiter.goto(house.url)
  await recruiter.getByRole('heading', { name: 'Decisions that wait for you' }).waitFor()
  await press(recruiter, 'link', 'Radia Perlman')
  await recruiter.getByText('Every answer had its reasons.').waitFor()
  await settle(recruiter)
  expect(await problemsIn(recruiter, 'agreeing')).toEqual([])
  await press(recruiter, 'button', 'Agree')
  const dialog = recruiter.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Agree' }).focus()
  await recruiter.keyboard.press('Enter')
  await recruiter.getByText('Decided', { exact: true }).waitFor()
  expect(await status('Radia Perlman')).toBe('hired')
  for (const page of [manager, recruiter]) expect(complaintsOf(page)).toEqual([])
}, 90_000)

test('what somebody amended meanwhile is shown and has to be seen before it is decided on', async () => {
  await decide(manager, 'Ada Lovelace')
  await write(manager, 'Go on')
  const interviewer = scorecardsOf(await house.signedIn(house.north.interviewer))
  const { snapshot } = await decisionsOf(await house.signedIn(house.north.hiring_manager)).snapshot(
    of('Ada Lovelace'),
  )
  const own = snapshot.scorecards.find(({ authorId }) => authorId === house.north.interviewer.id)!
  const room = await interviewer.room(own.id)
  const saved = await interviewer.save(room, { ...room.scorecard.draft, recommendation: 'strong_no' })
  const amended = await interviewer.tryAmend(own.id, 'I mixed up two people.', saved.revision)
  expect(amended.status).toBeLessThan(300)
  await record(manager)
  const notice = manager.getByRole('alert')
  await notice.getByText('What this rests on changed since you looked. Nothing was recorded.').waitFor()
  await notice.getByText(`${house.north.interviewer.name} recommends: Yes before, Strong no now.`).waitFor()
  expect(await latest('Ada Lovelace')).toBeUndefined()
  expect(await manager.getByLabel('Why', { exact: true }).inputValue()).toBe(
    'Explains every choice they made.',
  )
  await notice.getByRole('button', { name: 'I have seen it' }).click()
  await manager.getByRole('columnheader', { name: /Strong no/ }).waitFor()
  await record(manager)
  await manager.getByText('Waits for agreement').waitFor()
  expect((await latest('Ada Lovelace'))?.snapshot.scorecards).toContainEqual(
    expect.objectContaining({ revision: 2, recommendation: 'strong_no' }),
  )
}, 60_000)

test('whoever decided takes it back, others refuse with a reason, and one that counts is replaced', async () => {
  await decide(manager, 'Ada Lovelace')
  await manager.getByRole('button', { name: 'Take it back' }).click()
  const dialog = manager.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await dialog.getByText('Please fill this in.').waitFor()
  await dialog.getByLabel('Why').fill('Too early.')
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await manager.getByText(/refused, .*: Too early\./).waitFor()

  await decide(manager, 'Mary Jackson')
  await write(manager, 'Do not hire')
  await record(manager)
  await manager.getByText('A reason is chosen where nobody is hired, and only there.').waitFor()
  await manager.getByLabel('Reason it ends with').selectOption({ index: 1 })
  await manager.getByLabel('Add a person').selectOption({ label: house.north.interviewer.name })
  await manager.getByLabel(`What ${house.north.interviewer.name} says`).fill('I would have met them again.')
  await record(manager)
  await manager.getByText('Waits for agreement').waitFor()
  await decide(recruiter, 'Mary Jackson')
  await recruiter.getByText('I would have met them again.').waitFor()
  await recruiter.getByRole('button', { name: 'Refuse' }).click()
  await recruiter.getByRole('dialog').getByLabel('Why').fill('One competency is not enough.')
  await recruiter.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click()
  await recruiter.getByText(/refused, .*: One competency is not enough\./).waitFor()
  expect(await status('Mary Jackson')).toBe('active')

  await decide(manager, 'Radia Perlman')
  await manager.getByRole('button', { name: 'Replace it …' }).click()
  await write(manager, 'Go on')
  await manager.getByLabel('Why it replaces the other decision').fill('The role changed.')
  await manager.getByRole('button', { name: 'Replace the decision' }).click()
  await manager.getByText('It replaces another decision: The role changed.').waitFor()
  await settle(manager)
  expect(await problemsIn(manager, 'replaced')).toEqual([])
  expect(await status('Radia Perlman')).toBe('hired')
}, 90_000)

test('it is for those who may; on a phone by night it fits', async () => {
  const interviewer = await signedInPage(browser, house.url, house.north.interviewer)
  await interviewer.goto(`${house.url}/applications/${of('Grace Hopper').id}/decision`)
  await interviewer.getByRole('heading', { name: 'This page is not for your role.' }).waitFor()
  await recruiter.goto(`${house.url}/applications/${crypto.randomUUID()}/decision`)
  await recruiter.getByRole('heading', { name: 'There is no page here.' }).waitFor()
  const phone = await signedInPage(browser, house.url, house.north.hiring_manager, {
    width: 360,
    scheme: 'dark',
  })
  for (const name of ['Grace Hopper', 'Radia Perlman']) {
    await decide(phone, name)
    await settle(phone)
    expect(await problemsIn(phone, name)).toEqual([])
  }
  expect(complaintsOf(phone)).toEqual([])
}, 60_000)

test('who agrees to decisions of a job is said by an admin, and read by the others', async () => {
  const path = `${house.url}/jobs/${finalists.job.id}`
  const admin = await signedInPage(browser, house.url, house.north.admin)
  await admin.goto(`${path}/edit`)
  await admin.getByRole('button', { name: 'Add a group' }).click()
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  await admin.getByText('At least one person.').waitFor()
  const choice = admin.getByLabel('Add a person to group 2')
  expect(await choice.getByRole('option', { name: house.north.recruiter.name }).count()).toBe(0)
  expect(await choice.getByRole('option', { name: house.north.interviewer.name }).count()).toBe(0)
  await choice.selectOption({ label: house.north.admin.name })
  expect(await problemsIn(admin, 'approval groups')).toEqual([])
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  await admin.getByText('Saved.', { exact: true }).first().waitFor()
  for (const address of [path, `${path}/edit`]) {
    await recruiter.goto(address)
    await recruiter.getByText(`1 of ${house.north.admin.name}`).waitFor()
  }
  expect(await recruiter.getByRole('button', { name: 'Add a group' }).count()).toBe(0)
}, 60_000)
