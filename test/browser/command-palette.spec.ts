import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Candidate } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { type Hiring, hiringOf } from '../support/hiring.ts'
import { complaintsOf } from '../support/page.ts'
import { problemsIn } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let own: Hiring
let ada: Candidate

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = hiringOf(await house.signedIn(house.north.recruiter))
  ada = await own.candidate('Ada Lovelace', { headline: 'Mathematician', location: 'London' })
  for (const name of ['Adam Smith', 'Bo Lindqvist']) await own.candidate(name)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const input = (page: Page) => page.getByRole('combobox', { name: 'Search or jump to' })
/** The keys work once the frame around the pages is there. */
const openPalette = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor()
  await page.keyboard.press('Control+k')
  await input(page).waitFor()
}
const found = (page: Page, name: string | RegExp) => page.getByRole('option', { name })

/** The searches of one resource that a page sends, by their words. */
const searchesOf = (page: Page, resource: string): string[] => {
  const words: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname !== `/api/v1/${resource}`) return
    words.push((JSON.parse(searchParams.get('filter') ?? '{}') as { q: string }).q)
  })
  return words
}

test('a candidate is found by name and opened, by keyboard only; one asks when the typing pauses', async () => {
  const page = await signedInPage(browser, house.url, house.north.recruiter)
  const asked = searchesOf(page, 'candidates')
  await openPalette(page)
  await page.keyboard.type('lovel', { delay: 20 })
  await found(page, /^Ada Lovelace/).waitFor()
  expect(asked).toEqual(['lovel'])
  expect(await found(page, /^Ada Lovelace/).innerText()).toContain('Mathematician · London')
  expect(await found(page, /Adam|Bo/).count()).toBe(0)
  expect(await problemsIn(page, 'the palette')).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(`${house.url}/candidates/${ada.id}`)
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 60_000)

test('an answer that comes late never stands for what was typed since', async () => {
  const page = await signedInPage(browser, house.url, house.north.recruiter)
  let release = (): void => undefined
  const late = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/api\/v1\/candidates\?/, async (route) => {
    if (decodeURIComponent(route.request().url()).includes('"ada"')) await late
    await route.continue().catch(() => undefined)
  })
  await openPalette(page)
  const [asked] = await Promise.all([
    page.waitForRequest((request) => decodeURIComponent(request.url()).includes('"ada"')),
    input(page).fill('ada'),
  ])
  await Promise.all([
    page.waitForEvent('requestfailed', (request) => request === asked),
    input(page).fill('lindqvist'),
  ])
  await found(page, /^Bo Lindqvist/).waitFor()
  release()
  await page.waitForLoadState('networkidle')
  expect(await found(page, /Ada/).count()).toBe(0)
  await page.context().close()
}, 60_000)

test('an interviewer finds no candidates there, and is not asked about for them', async () => {
  const page = await signedInPage(browser, house.url, house.north.interviewer)
  const asked = searchesOf(page, 'candidates')
  await openPalette(page)
  await input(page).fill('lovelace')
  await page.getByText('Nothing found for “lovelace”.').waitFor()
  expect(asked).toEqual([])
  await page.context().close()
}, 60_000)

test('a hiring manager finds who applied to their jobs, and nobody else', async () => {
  const job = await own.job({ team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }] })
  await own.apply(await own.candidate('Adalbert Applied'), job)
  const page = await signedInPage(browser, house.url, house.north.hiring_manager)
  await openPalette(page)
  await input(page).fill('ada')
  await found(page, /^Adalbert Applied/).waitFor()
  expect(await found(page, /Lovelace|Smith/).count()).toBe(0)
  await page.context().close()
}, 60_000)
