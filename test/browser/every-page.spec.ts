import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openPage } from '../support/page.ts'
import { problemsOfPages, settle } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

const DASHBOARD = join(dirname(fileURLToPath(import.meta.url)), '../../dist/dashboard')

const FRONT = [
  '/sign-in',
  '/setup#token=x',
  '/invitation#token=xxxxxxxxxxxxxxxxxxxxxxxx',
  '/forgotten-password',
  '/password-reset#token=x',
]
const INSIDE = ['/', '/users', '/account', '/organization', '/audit-events', '/nowhere/at/all']

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

test('the pages in front of the door are accessible, fit and run clean', async () => {
  const opened = (scheme: 'light' | 'dark') => openPage(browser, house.url, { scheme })
  expect(await problemsOfPages(opened, house.url, FRONT)).toEqual([])
}, 240_000)

test('the pages of an admin are accessible, fit and run clean', async () => {
  const opened = (scheme: 'light' | 'dark') => signedInPage(browser, house.url, house.north.admin, { scheme })
  const paths = [...INSIDE, `/users/${house.north.interviewer.id}/show`]
  expect(await problemsOfPages(opened, house.url, paths)).toEqual([])
}, 240_000)

describe('what a browser loads', () => {
  /** Gzipped bytes of every script that was really fetched, as the build wrote them. */
  const scriptsOf = (page: Page): (() => number) => {
    const files = new Set<string>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.endsWith('.js')) files.add(pathname)
    })
    return () =>
      [...files].reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(DASHBOARD, file)), { level: 9 }).length,
        0,
      )
  }

  test('is at most 200 KB of JavaScript for the sign-in page and 340 KB for the first admin page, gzipped', async () => {
    const page = await openPage(browser, house.url)
    const front = scriptsOf(page)
    await page.goto(`${house.url}/sign-in`)
    await settle(page)
    expect(front()).toBeGreaterThan(10_000)
    expect(front()).toBeLessThanOrEqual(200 * 1024)
    await page.context().close()
    const inner = await signedInPage(browser, house.url, house.north.admin)
    await settle(inner)
    const again = await inner.context().newPage()
    const inside = scriptsOf(again)
    await again.goto(`${house.url}/`)
    await settle(again)
    expect(inside()).toBeLessThanOrEqual(340 * 1024)
  }, 60_000)
})
