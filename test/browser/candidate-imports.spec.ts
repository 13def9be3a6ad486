import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { fiveHundred, mended } from '../support/candidate-import-files.ts'
import { candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { hiringOf } from '../support/hiring.ts'
import { complaintsOf, horizontalOverflow } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let page: Page

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  await hiringOf(await house.signedIn(house.north.recruiter)).job({ title: 'Pilot' })
  page = await signedInPage(browser, house.url, house.north.recruiter)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const { csv, wrong } = fiveHundred('Pilot')
const choose = (name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
const total = async (): Promise<number> =>
  (await candidatesOf(await house.signedIn(house.north.recruiter)).page({ range: [0, 0] })).total
/** What stands in the list of outcomes. */
const counts = (heading: string) =>
  page
    .locator('section', { has: page.getByRole('heading', { name: heading }) })
    .getByRole('list')
    .first()

let report = ''

test('500 rows of which 20 are wrong: matched, looked at, checked, and imported but for those', async () => {
  await page.getByRole('link', { name: 'Candidates' }).click()
  await page.getByRole('link', { name: 'Import' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Import candidates' }).waitFor()
  await page.getByText('Nothing was imported yet.').waitFor()
  await choose('export.csv', csv)
  await page.getByRole('heading', { level: 1, name: 'export.csv' }).waitFor()
  const readAs = (column: string) => page.getByLabel(`“${column}” is read as`)
  expect(await readAs('Title').inputValue()).toBe('headline  ')
  expect(await readAs('Job').inputValue()).toBe('job  ')
  await page.getByText('Given1 Family "1"').waitFor()
  // By keyboard: a column is left out, and the preview follows.
  await page.getByText('Analytical, Engines').nth(1).waitFor()
  await readAs('Company').focus()
  await page.keyboard.press('Home')
  await page.getByText('All of this is saved.').waitFor()
  await page.locator('dd', { hasText: 'Analytical, Engines' }).first().waitFor({ state: 'detached' })
  await page.getByLabel('Tags', { exact: true }).fill('moved, autumn')
  await press('Go on to check the rows')
  await press('Check the rows')
  await page.getByRole('button', { name: 'Import 480 rows' }).waitFor({ timeout: 60_000 })
  expect(await counts('What will happen').innerText()).toMatch(/480\s+new\s+20\s+with errors/)
  await page.getByText('Email: “not an address”. This is not an e-mail address.').first().waitFor()
  await page.getByText('Job: “A job that nobody opened”. No open job has this title.').first().waitFor()
  expect(await total()).toBe(0)
  await press('Import 480 rows')
  await page.getByText('The import is done.').waitFor({ timeout: 90_000 })
  expect(await counts('What came of it').innerText()).toMatch(/480\s+imported\s+20\s+with errors/)
  expect(await total()).toBe(500 - wrong)
}, 240_000)

test('what is wrong is taken as a file, mended there, and imported; the whole file again adds nobody', async () => {
  const saving = page.waitForEvent('download')
  await press('Take the rows with errors as a file')
  const download = await saving
  expect(download.suggestedFilename()).toBe('export, to mend.csv')
  report = await readFile(await download.path(), 'utf8')
  expect(report.split('\r\n').filter(Boolean)).toHaveLength(wrong + 1)
  for (const [name, text, rows] of [
    ['mended.csv', mended(report, 'Pilot'), 'Import 20 rows'],
    ['again.csv', csv, null],
  ] as const) {
    await page.goto(`${house.url}/candidates/imports`)
    await choose(name, text)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await press('Go on to check the rows')
    await press('Check the rows')
    if (rows !== null) await page.getByRole('button', { name: rows }).click({ timeout: 60_000 })
    await page
      .getByText(rows === null ? 'imported already' : 'The import is done.')
      .first()
      .waitFor({ timeout: 60_000 })
    expect(await total()).toBe(500)
  }
  expect(await counts('What will happen').innerText()).toMatch(/480\s+imported already\s+20\s+with errors/)
  // Five by a name, five by an address.
  const names = await candidatesOf(await house.signedIn(house.north.recruiter)).page({
    filter: { q: 'Mended', tags: ['fair'] },
  })
  expect(names.total).toBe(10)
}, 240_000)

test('a file that is none says what it is, and a phone shows it all', async () => {
  const phone = await signedInPage(browser, house.url, house.north.admin, { width: 360, height: 740 })
  await phone.goto(`${house.url}/candidates/imports`)
  await phone.locator('input[type=file]').setInputFiles({
    name: 'people.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK\u0003\u0004 and so on'),
  })
  await phone.getByText('“people.xlsx” could not be read in.').waitFor()
  await phone.getByText('This is an Excel workbook.').waitFor()
  await phone.getByRole('link', { name: 'mended.csv' }).click()
  await phone.getByText('The import is done.').waitFor()
  expect(await horizontalOverflow(phone)).toBe(0)
  expect([...complaintsOf(page), ...complaintsOf(phone)]).toEqual([])
  await phone.context().close()
}, 90_000)
