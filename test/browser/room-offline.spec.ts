import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Interview } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { killProfile, launchChromium, launchProfile } from '../support/chromium.ts'
import type { HttpClient } from '../support/http-client.ts'
import { complaintsOf } from '../support/page.ts'
import { problemsIn } from '../support/page-problems.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import {
  cachedAddresses,
  KEPT_ROOM,
  notesOf,
  openRoom,
  roomAddress,
  saveWords,
  subjectsOnDevice,
  until,
  untilSaved,
} from '../support/room-page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { scorecardsOf } from '../support/scorecards.ts'
import { signedInPage, signIn } from '../support/signed-in-page.ts'

/** F-12: the network goes, the page is loaded again, the browser dies; what was typed is there, and is saved later. */
let house: RunningHouse
let browser: Browser
let own: Panels
let interviewer: HttpClient
let interview: Interview
let address: string

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

const newRoom = async (): Promise<void> => {
  interview = await own.schedule(await own.applied())
  address = await roomAddress(interviewer, interview)
}

/** Loads the page again as it stands, without a network. */
const reload = async (page: Page): Promise<void> => {
  await page.reload()
  await page.getByText(KEPT_ROOM).waitFor()
}

const showPane = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Rates everything and recommends, by thumb. */
const conclude = async (page: Page): Promise<void> => {
  await showPane(page, 'Ratings')
  for (const card of await page.locator('[data-stop^="competency"]').all()) {
    await card.getByRole('button').first().click()
    await card.getByText('Not assessed', { exact: true }).click()
  }
  const recommendation = page.getByRole('group', { name: 'Recommendation' })
  await recommendation.getByText('Yes', { exact: true }).click()
  await page.getByText('Fairly', { exact: true }).click()
  await page.getByLabel('Summary').fill('Written in a tunnel.')
}

test('F-12 a whole interview on a phone, loaded again twice in the tunnel: all of it is saved in 5 s after it', async () => {
  await newRoom()
  const phone = await signedInPage(browser, house.url, house.north.interviewer, { width: 360 })
  await openRoom(phone, address)
  const before = await scorecardsOf(interviewer).own(interview)
  await notesOf(phone).fill('Before the tunnel.')
  await saveWords(phone, /^Saved/)
  await phone.context().setOffline(true)
  await notesOf(phone).fill('Before the tunnel. In it.')
  await saveWords(phone, 'Offline. Kept on this device')
  await reload(phone)
  expect(await notesOf(phone).inputValue()).toBe('Before the tunnel. In it.')
  expect(await problemsIn(phone, 'the room without a network')).toEqual([])
  await notesOf(phone, 1).fill('After the first reload.')
  await conclude(phone)
  await saveWords(phone, 'Offline. Kept on this device')
  await reload(phone)
  expect(await notesOf(phone, 1).inputValue()).toBe('After the first reload.')
  await showPane(phone, 'Ratings')
  expect(await phone.getByLabel('Summary').inputValue()).toBe('Written in a tunnel.')
  await phone.context().setOffline(false)
  const took = await untilSaved(
    interviewer,
    interview,
    ({ summary, questions }) =>
      summary === 'Written in a tunnel.' &&
      Object.values(questions)
        .map(({ notes }) => notes)
        .toSorted()
        .join('/') === 'After the first reload./Before the tunnel. In it.',
  )
  expect(took).toBeLessThan(5_000)
  await phone.getByText(KEPT_ROOM).waitFor({ state: 'detached' })
  const after = await scorecardsOf(interviewer).own(interview)
  expect(after.kit).toEqual(before.kit)
  expect(after.interview.template).toEqual(before.interview.template)
  await phone.getByRole('button', { name: 'Submit', exact: true }).click()
  await phone.getByRole('dialog').getByRole('button', { name: 'Submit' }).click()
  await phone.getByText('You can take it back').waitFor()
  await phone.waitForTimeout(500)
  expect(await subjectsOnDevice(phone)).toEqual([])
  await phone.context().close()
}, 180_000)

test('F-12 what was saved before the tunnel, and nothing since, is there after a reload in it', async () => {
  await newRoom()
  const page = await signedInPage(browser, house.url, house.north.interviewer)
  await openRoom(page, address)
  await notesOf(page).fill('Saved, and known to the server.')
  await saveWords(page, /^Saved/)
  await page.waitForTimeout(300)
  await page.context().setOffline(true)
  await reload(page)
  expect(await notesOf(page).inputValue()).toBe('Saved, and known to the server.')
  await saveWords(page, /^Saved/)
  await notesOf(page).fill('Saved, and known to the server. More.')
  await page.context().setOffline(false)
  await untilSaved(interviewer, interview, ({ questions }) =>
    Object.values(questions).some(({ notes }) => notes === 'Saved, and known to the server. More.'),
  )
  await page.getByText(KEPT_ROOM).waitFor({ state: 'detached' })
  expect(await page.getByText('Written in two places').count()).toBe(0)
  expect(complaintsOf(page).filter((one) => !one.includes('Failed to fetch'))).toEqual([])
  await page.context().close()
}, 120_000)

test('F-12 the browser is killed in the tunnel: less than a second of typing is lost', async () => {
  await newRoom()
  const profile = await mkdtemp(join(tmpdir(), 'assay-profile-'))
  const options = { baseURL: house.url, viewport: { width: 360, height: 800 } }
  try {
    const first = await launchProfile(profile, options)
    const [page] = first.pages() as [Page]
    await signIn(page, house.url, house.north.interviewer)
    await openRoom(page, address)
    // The browser writes down whose session it had within some seconds.
    await page.waitForTimeout(7_000)
    const cookies = await first.cookies()
    await first.setOffline(true)
    await notesOf(page).pressSequentially('Typed until one second before the end.', { delay: 20 })
    await page.waitForTimeout(1_000)
    killProfile(profile)
    await first.close().catch(() => undefined)
    const second = await launchProfile(profile, { ...options, offline: true })
    // A browser writes its cookies down every half a minute; this is not about them.
    await second.addCookies(cookies)
    const [again] = second.pages() as [Page]
    await again.goto(address)
    await again.getByText(KEPT_ROOM).waitFor()
    expect(await notesOf(again).inputValue()).toBe('Typed until one second before the end.')
    await second.setOffline(false)
    await untilSaved(interviewer, interview, ({ questions }) =>
      Object.values(questions).some(({ notes }) => notes === 'Typed until one second before the end.'),
    )
    await second.close()
  } finally {
    killProfile(profile)
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}, 120_000)

test('the service worker keeps code and nothing else, gives way to a newer page, and drops what an older one kept', async () => {
  await newRoom()
  const page = await signedInPage(browser, house.url, house.north.interviewer)
  await openRoom(page, address)
  await notesOf(page).fill('Not for any cache.')
  await saveWords(page, /^Saved/)
  await page.reload()
  await page.getByRole('button', { name: 'Résumé' }).click()
  await saveWords(page, /^Saved/)
  const kept = await cachedAddresses(page)
  expect(kept).toContain('/')
  expect(kept.filter((one) => one !== '/' && !one.startsWith('/assets/'))).toEqual([])
  // An older build left its cache, and what is kept as the page is old, too.
  await page.evaluate(`(async () => {
    await (await caches.open('assay.shell.old')).put('/', new Response('old'))
    const [name] = (await caches.keys()).filter((one) => one !== 'assay.shell.old')
    const old = new Response('<h1>An old page</h1>', { headers: { 'content-type': 'text/html' } })
    await (await caches.open(name)).put('/', old)
  })()`)
  await page.reload()
  await saveWords(page, /^Saved/)
  await page.evaluate(`(async () => {
    await (await navigator.serviceWorker.getRegistration('/scorecards/')).unregister()
  })()`)
  await openRoom(page, address)
  await until(async () => page.evaluate<boolean>('caches.keys().then((names) => names.length === 1)'))
  const { headers } = await page
    .context()
    .request.get('/service-worker.js')
    .then((answer) => ({
      headers: answer.headers(),
    }))
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': expect.not.stringContaining('script-src'),
  })
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 120_000)

test('the page of a room names the code of the room, which the first page does not', async () => {
  const named = async (path: string): Promise<string[]> => {
    const page = await (await fetch(house.url + path)).text()
    return [...page.matchAll(/rel="modulepreload" crossorigin href="([^"]+)"/g)].map(([, file]) => file!)
  }
  const first = await named('/')
  const room = await named('/scorecards/01a20b59-ffc2-7142-899c-031be774663a/room')
  expect(room).toEqual(expect.arrayContaining(first))
  expect(room.length).toBeGreaterThan(first.length)
  const statuses = await Promise.all(room.map(async (file) => (await fetch(house.url + file)).status))
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(await named('/interview-room.html')).toEqual([])
})
