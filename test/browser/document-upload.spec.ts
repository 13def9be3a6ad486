import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { documentsOf } from '../support/documents.ts'
import { complaintsOf } from '../support/page.ts'
import { problemsIn } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

const UPLOADS = /\/api\/v1\/candidates\/[^/]+\/documents$/

let house: RunningHouse
let browser: Browser
let page: Page
let candidateId: string
let documents: ReturnType<typeof documentsOf>

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  const client = await house.signedIn(house.north.recruiter)
  candidateId = (await candidatesOf(client).made({ name: 'Ada Lovelace' })).id
  documents = documentsOf(client)
  page = await signedInPage(browser, house.url, house.north.recruiter, { width: 360 })
  await page.goto(`${house.url}/candidates/${candidateId}`)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })
const choose = (...files: ReturnType<typeof text>[]) => page.locator('input[type=file]').setInputFiles(files)
const stored = async (): Promise<string[]> =>
  (await documents.list(candidateId)).map(({ name }) => name).toSorted()
/** Bytes in a second that leave the browser; -1 for as many as can. */
const throttle = async (uploadThroughput: number): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput,
  })
}

test('a file on its way tells how far it is, and can be given up and tried again', async () => {
  await throttle(150_000)
  await choose(text('large.txt', 'Ran forty services. '.repeat(50_000)))
  const bar = page.getByRole('progressbar', { name: '“large.txt” is being sent…' })
  await bar.waitFor()
  await page.waitForFunction(
    `Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > 0`,
  )
  expect(Number(await bar.getAttribute('aria-valuenow'))).toBeLessThan(100)
  await page.getByText(/\d+ %/).first().waitFor()
  expect(await problemsIn(page, 'an upload')).toEqual([])
  await page.getByRole('button', { name: 'Give “large.txt” up' }).click()
  await page.getByText('“large.txt” was given up.').waitFor()
  expect(await stored()).toEqual([])
  await throttle(-1)
  await page.getByRole('button', { name: 'Try “large.txt” again' }).click()
  await page.getByText('“large.txt” is stored.').waitFor()
  expect(await stored()).toEqual(['large.txt'])
}, 90_000)

test('a connection that is lost is told; the file is kept here and sent again', async () => {
  await page.route(UPLOADS, async (route) => {
    await (route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue())
  })
  await choose(text('lost.txt', 'Lost on the way.'))
  const notice = page.getByRole('alert').filter({ hasText: '“lost.txt” was not stored.' })
  await notice.getByText('The file is kept here').waitFor()
  await page.unroute(UPLOADS)
  await notice.getByRole('button', { name: 'Try “lost.txt” again' }).click()
  await page.getByText('“lost.txt” is stored.').waitFor()
  expect(await stored()).toEqual(['large.txt', 'lost.txt'])
}, 60_000)

test('several go one after the other, also when more are chosen meanwhile; one that is refused stops none', async () => {
  await throttle(150_000)
  await choose(text('first.txt', 'The first of them. '.repeat(12_000)), text('empty.txt', ''))
  await page.getByText('“empty.txt” waits for the one before.').waitFor()
  await choose(text('third.txt', 'The third of them.'))
  await page.getByText('“third.txt” waits for the one before.').waitFor()
  await throttle(-1)
  await page.getByText('“third.txt” is stored.').waitFor()
  await page.getByText('“first.txt” is stored.').waitFor()
  await page.getByText('“empty.txt” was not stored.').waitFor()
  expect(await stored()).toEqual(['first.txt', 'large.txt', 'lost.txt', 'third.txt'])
  expect(complaintsOf(page)).toEqual([])
}, 60_000)
