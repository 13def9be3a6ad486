import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { finalistsOf } from '../support/finalists.ts'
import { fitsOf } from '../support/measurement-fits.ts'
import { complaintsOf, visibleText } from '../support/page.ts'
import { problemsIn, settle } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser

/** Five finalists whose ratings were measured together. */
beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  const { job } = await finalistsOf(house, { family: 'Platform' })
  const manager = await house.signedIn(house.north.hiring_manager)
  await fitsOf(manager).computed(job)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

test('an interviewer sees how they rate themselves, and nobody else', async () => {
  const page = await signedInPage(browser, house.url, house.north.interviewer, { width: 360, scheme: 'dark' })
  await page.goto(`${house.url}/calibration`)
  await page.getByText(/^5 scorecards, on 5 candidates/).waitFor()
  await page.getByText('Platform', { exact: true }).waitFor()
  await settle(page)
  expect(await visibleText(page)).not.toContain(house.north.admin.name)
  expect(await problemsIn(page, 'own calibration')).toEqual([])
  expect(complaintsOf(page)).toEqual([])
}, 60_000)

test('an admin sees how reliable kits are and how people rate, by name and without places', async () => {
  const page = await signedInPage(browser, house.url, house.north.admin)
  await page.goto(`${house.url}/calibration`)
  const people = page.getByRole('region', { name: 'Interviewers: Platform' })
  await people.waitFor()
  const rows = await people.getByRole('rowheader').allInnerTexts()
  expect(rows).toEqual([house.north.admin.name, house.north.interviewer.name])
  await page.getByRole('region', { name: 'How many interviewers are enough: Platform' }).waitFor()
  await settle(page)
  expect(await problemsIn(page, 'calibration')).toEqual([])
  expect(complaintsOf(page)).toEqual([])
}, 60_000)
