import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { complaintsOf, horizontalOverflow } from '../support/page.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let own: Panels

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = await panelsOf(house, await house.signedIn(house.north.recruiter))
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

test('what happened with somebody stands on their page, the latest first, and leads to where more of it stands', async () => {
  const recruiter = await house.signedIn(house.north.recruiter)
  let candidate = await own.candidate('Tim Line')
  for (let count = 0; count < 24; count += 1) {
    candidate = await candidatesOf(recruiter).changed(candidate, { headline: `Engineer ${count}` })
  }
  const application = await own.apply(candidate, own.job)
  await own.schedule(application)
  const page = await signedInPage(browser, house.url, house.north.recruiter, { width: 360 })
  await page.goto(`${house.url}/candidates/${candidate.id}`)
  await page.getByText('Interview scheduled: Python fundamentals').waitFor()
  await page.getByText('Applied, in').waitFor()
  expect(await page.getByText('Changed: Headline').count()).toBe(23)
  expect(await page.getByText('Written down').count()).toBe(0)
  await page.getByRole('button', { name: 'Show earlier' }).click()
  await page.getByText('Written down').waitFor()
  expect(await page.getByText('Changed: Headline').count()).toBe(24)
  expect(await page.getByRole('button', { name: 'Show earlier' }).count()).toBe(0)
  expect(await horizontalOverflow(page)).toBe(0)
  await page.locator('input[type=file]').setInputFiles({
    name: 'late.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Came late.'),
  })
  await page.getByText('Document added: late.txt').waitFor()
  await page.getByRole('link', { name: own.job.title }).last().click()
  await page.waitForURL(new RegExp(`/applications/${application.id}$`))
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 60_000)
