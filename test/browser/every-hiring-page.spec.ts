import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { inDays, panelsOf } from '../support/panels.ts'
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

type Scheme = 'light' | 'dark'

test('the pages of a pipeline and its interviews are accessible, fit and run clean', async () => {
  const own = await panelsOf(house, await house.signedIn(house.north.recruiter))
  const [application, rejected] = [await own.applied(), await own.applied()]
  await own.command(rejected.id, 'reject', { reasonId: await own.reason('ours'), note: 'Too early.' })
  const interview = await own.schedule(application, { place: 'Room 4' })
  await own.schedule(application, { startsAt: inDays(-1), heldAlready: true })
  const job = `/jobs/${own.job.id}`
  const asRecruiter = (scheme: Scheme) => signedInPage(browser, house.url, house.north.recruiter, { scheme })
  const pages = [
    `${job}/board`,
    `${job}/applications`,
    `${job}/comparison`,
    `/applications/${application.id}`,
    `/applications/${rejected.id}`,
    `/applications/${application.id}/decision`,
    `/applications/${application.id}/schedule`,
    `/interviews/${interview.id}/edit`,
  ]
  expect(await problemsOfPages(asRecruiter, house.url, pages)).toEqual([])
  const asPanelist = (scheme: Scheme) => signedInPage(browser, house.url, house.north.interviewer, { scheme })
  expect(await problemsOfPages(asPanelist, house.url, ['/', `/interviews/${interview.id}`])).toEqual([])
}, 300_000)
