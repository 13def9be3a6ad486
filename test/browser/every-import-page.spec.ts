import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { fiveHundred } from '../support/candidate-import-files.ts'
import { csvOf, importsOf } from '../support/candidate-imports.ts'
import { launchChromium } from '../support/chromium.ts'
import { hiringOf } from '../support/hiring.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

/** Imports in every state that stands still, with long words and rows of each outcome. */
const someImports = async (): Promise<string[]> => {
  const client = await house.signedIn(house.north.admin)
  const imports = importsOf(client)
  const job = await hiringOf(client).job({ title: 'Pilot' })
  const longest = 'Wolkenstein-Trostburg'.repeat(6)
  const rows = [
    ['Name', 'Email', longest, 'Tags'],
    ['Ada Lovelace', 'ada@people.example', longest, 'a'],
    ['Ada King', 'ADA@people.example', '', 'b'],
    ['', longest, '', ''],
  ]
  const matched = await imports.uploaded(Buffer.from(`${csvOf(rows)}\r\nZoë,,,`, 'latin1'), `${longest}.csv`)
  const done = await imports.run(await imports.checked(await imports.uploaded(csvOf(rows), 'done.csv')))
  const checked = await imports.checked(await imports.uploaded(csvOf(rows), 'again.csv'))
  const stopped = await imports.checked(await imports.uploaded(fiveHundred(job.title).csv, 'stopped.csv'))
  await imports.begun(stopped)
  await imports.stop(stopped)
  const resume = await imports.uploaded(JSON.stringify([{ basics: { name: longest } }, {}]), 'resumes.json')
  return [
    `/${matched.id}/columns`,
    `/${resume.id}/columns`,
    ...[matched, checked, done, stopped].map(({ id }) => `/${id}`),
  ]
}

test('the pages of imports are accessible, fit and run clean', async () => {
  const empty = (scheme: 'light' | 'dark') =>
    signedInPage(browser, house.url, house.south.recruiter, { scheme })
  const opened = (scheme: 'light' | 'dark') => signedInPage(browser, house.url, house.north.admin, { scheme })
  const pages = ['', ...(await someImports())].map((page) => `/candidates/imports${page}`)
  expect(await problemsOfPages(empty, house.url, ['/candidates/imports'])).toEqual([])
  expect(await problemsOfPages(opened, house.url, pages)).toEqual([])
}, 300_000)
