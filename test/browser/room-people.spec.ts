import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Interview } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import type { HttpClient } from '../support/http-client.ts'
import { visibleText } from '../support/page.ts'
import { problemsIn } from '../support/page-problems.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import {
  KEPT_ROOM,
  notesOf,
  openRoom,
  roomAddress,
  saveWords,
  subjectsOnDevice,
  untilSaved,
} from '../support/room-page.ts'
import { PASSWORD, type Person, type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage, signIn } from '../support/signed-in-page.ts'

/** F-11: the session ends in the middle, or another person is at the same browser. */
let house: RunningHouse
let browser: Browser
let own: Panels
let interviewer: HttpClient
let interview: Interview
let address: string
let page: Page

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = await panelsOf(house, await house.signedIn(house.north.recruiter))
  interviewer = await house.signedIn(house.north.interviewer)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})
beforeEach(async () => {
  interview = await own.schedule(await own.applied())
  address = await roomAddress(interviewer, interview)
  page = await signedInPage(browser, house.url, house.north.interviewer)
  await openRoom(page, address)
}, 60_000)

const WORDS = 'Only for the panel, and not yet.'
const NO_NETWORK = 'No answer from the server.'

const untilWords = (words: string) =>
  untilSaved(interviewer, interview, ({ questions }) =>
    Object.values(questions).some(({ notes }) => notes === words),
  )

const writeOffline = async (): Promise<void> => {
  await page.context().setOffline(true)
  await notesOf(page).fill(WORDS)
  await saveWords(page, 'Offline. Kept on this device')
}

const dialog = () => page.getByRole('dialog', { name: 'Sign in to go on' })

const fillIn = async ({ email }: Person): Promise<void> => {
  await dialog().getByLabel('E-mail address').fill(email)
  await dialog().getByLabel('Password', { exact: true }).fill(PASSWORD)
  await dialog().getByRole('button', { name: 'Go on' }).click()
}

/** Nothing of the interview, its candidate or what was written can be read. */
const seesNothing = async (): Promise<void> => {
  expect(await page.content()).not.toContain(WORDS)
  expect([await visibleText(page), await page.title()].join()).not.toContain(interview.candidate.name)
  expect(await visibleText(page)).not.toContain(house.north.interviewer.email)
}

/** The page opened from the device, and the session turns out to be over when the network is back. */
const foundOver = async (): Promise<void> => {
  await writeOffline()
  await page.reload()
  await page.getByText(KEPT_ROOM).waitFor()
  expect(await notesOf(page).inputValue()).toBe(WORDS)
  await page.context().clearCookies()
  await page.context().setOffline(false)
  await dialog().waitFor()
}

test('F-11 the session ends in the middle: signing in happens over the page, the text stays, and saving goes on', async () => {
  await notesOf(page).fill('Before it ended.')
  await saveWords(page, /^Saved/)
  await page.context().clearCookies()
  await page.evaluate('globalThis.theSamePage = true')
  await notesOf(page).fill(WORDS)
  await dialog().waitFor()
  const email = dialog().getByLabel('E-mail address')
  expect([await email.inputValue(), await email.isEditable()]).toEqual([house.north.interviewer.email, false])
  expect(await problemsIn(page, 'signing in over the room')).toEqual([])
  await dialog().getByLabel('Password', { exact: true }).fill(PASSWORD)
  await dialog().getByRole('button', { name: 'Go on' }).click()
  await saveWords(page, /^Saved/)
  await untilWords(WORDS)
  expect(await notesOf(page).inputValue()).toBe(WORDS)
  expect(await page.evaluate('globalThis.theSamePage')).toBe(true)
  await page.context().close()
}, 90_000)

test('F-11 opened without a network, and the session is over: nothing is shown until the same person is back', async () => {
  await foundOver()
  await seesNothing()
  expect(await problemsIn(page, 'somebody unknown')).toEqual([])
  await fillIn(house.north.interviewer)
  await notesOf(page).waitFor()
  expect(await notesOf(page).inputValue()).toBe(WORDS)
  await untilWords(WORDS)
  await page.getByText(KEPT_ROOM).waitFor({ state: 'detached' })
  await page.context().close()
}, 90_000)

test('F-11 somebody else signs in there: they see nothing of it, and for the first it is still there', async () => {
  await foundOver()
  await fillIn(house.north.recruiter)
  await dialog().waitFor({ state: 'detached' })
  await page.getByRole('heading').first().waitFor()
  await seesNothing()
  // Nor without a network, at the address of the first one's room.
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText(NO_NETWORK).waitFor()
  await seesNothing()
  await page.context().setOffline(false)
  await page.context().clearCookies()
  await signIn(page, house.url, house.north.interviewer)
  await page.goto(address)
  await notesOf(page).waitFor()
  expect(await notesOf(page).inputValue()).toBe(WORDS)
  await untilWords(WORDS)
  await page.context().close()
}, 120_000)

test('after signing out nothing is opened without a network, and nothing is left on the device', async () => {
  await notesOf(page).fill(WORDS)
  await saveWords(page, /^Saved/)
  expect(await subjectsOnDevice(page)).toContain(`rooms/${address.split('/')[2]}`)
  await page.goto('/')
  await page.getByRole('button', { name: /^Your menu/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  await page.getByLabel('E-mail address').waitFor()
  expect(await subjectsOnDevice(page)).toEqual([])
  await page.context().setOffline(true)
  await page.goto(address)
  await page.getByText(NO_NETWORK).waitFor()
  await seesNothing()
  await page.context().close()
}, 90_000)
