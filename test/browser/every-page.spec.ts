import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { complaintsOf, horizontalOverflow, openPage } from '../support/page.ts'
import { bankOf } from '../support/question-bank.ts'
import { PASSWORD, type RunningHouse, startHouse } from '../support/running-house.ts'

const DASHBOARD = join(dirname(fileURLToPath(import.meta.url)), '../../dist/dashboard')

const FRONT = [
  '/sign-in',
  '/setup#token=x',
  '/invitation#token=xxxxxxxxxxxxxxxxxxxxxxxx',
  '/forgotten-password',
  '/password-reset#token=x',
]
const INSIDE = [
  '/',
  '/interview-templates',
  '/interview-templates/import',
  '/users',
  '/account',
  '/organization',
  '/audit-events',
  '/nowhere/at/all',
]

let house: RunningHouse
let browser: Browser
let cloned = 0

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

/** Of the question bank each sort of page once: to look through, to read, to write, to begin. */
const bankPages = async (): Promise<string[]> => {
  const bank = bankOf(await house.signedIn(house.north.admin))
  const oneOf = async (kind: string) => `${kind}/${(await bank.all<{ id: string }>(kind))[0]!.id}`
  const [question, competency, structure, profile] = await Promise.all(
    ['questions', 'competencies', 'answer-structures', 'level-profiles'].map(oneOf),
  )
  return [
    'questions',
    'signals',
    'areas',
    'competencies/new',
    question!,
    competency!,
    structure!,
    profile!,
    `${question}/edit`,
    `${competency}/edit`,
    `${profile}/edit`,
  ].map((page) => `/question-bank/${page}`)
}

/** Waits until nothing loads any more and the page has its heading. */
const settle = async (page: Page): Promise<void> => {
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
}

const signIn = async (page: Page): Promise<void> => {
  await page.goto(`${house.url}/sign-in`)
  await page.getByLabel('E-mail address').fill(house.north.admin.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await settle(page)
}

const problemsOn = async (page: Page, path: string): Promise<string[]> => {
  await page.goto(house.url + path)
  await settle(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const overflow = await horizontalOverflow(page)
  return [
    ...violations.map(
      ({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
    ),
    ...(overflow > 0 ? [`${path}: wider than the screen by ${overflow} px`] : []),
  ]
}

/** A template in its second version, so that its page has a history and there is something to compare. */
const templatePages = async (): Promise<string[]> => {
  const own = templatesOf(await house.signedIn(house.north.admin))
  const { id, templateId } = await own.clone('kit.system-design', `Every page ${(cloned += 1)}`)
  await own.step(id, 'publish', { note: 'The first.' })
  const next = await own.save(await own.draftOf(templateId), (draft) => {
    draft.durationMinutes = 90
    draft.sections.reverse()
  })
  const version = `/interview-template-versions/${next.id}`
  return [`/interview-templates/${templateId}`, `${version}/diff`, `${version}/preparation-sheet`]
}

/** A draft in which something is missing, in each of its views, and a published version as it reads. */
const editorPages = async (): Promise<string[]> => {
  const own = templatesOf(await house.signedIn(house.north.admin))
  const { id } = await own.clone('kit.recruiter-screen', `Editor ${(cloned += 1)}`)
  const draft = await own.save(await own.version(id), ({ sections }) => {
    sections[0]!.questions[0]!.overrides = { redFlags: [], minutes: 200 }
  })
  const kit = await own.kit('kit.recruiter-screen')
  const version = `/interview-template-versions/${id}`
  return [
    version,
    `${version}?view=preview`,
    `${version}?view=gaps`,
    // Unfolded, with every field of a question.
    `${version}#question-${draft.draft!.sections[0]!.questions[0]!.questionId}-redFlags`,
    `/interview-template-versions/${kit.published!.id}`,
  ]
}

describe.each([
  ['light', 1280],
  ['light', 360],
  ['dark', 1280],
  ['dark', 360],
] as const)('in %s at %i px', (scheme, width) => {
  test('the pages in front of the door are accessible, fit and run clean', async () => {
    const page = await openPage(browser, house.url, { scheme, width })
    const problems: string[] = []
    for (const path of FRONT) problems.push(...(await problemsOn(page, path)))
    expect([...problems, ...complaintsOf(page)]).toEqual([])
    await page.context().close()
  }, 90_000)

  test('the pages of an admin are accessible, fit and run clean', async () => {
    const page = await openPage(browser, house.url, { scheme, width })
    await signIn(page)
    const problems: string[] = []
    const pages = [...INSIDE, `/users/${house.north.interviewer.id}/show`, ...(await templatePages())]
    for (const path of pages) {
      problems.push(...(await problemsOn(page, path)))
    }
    expect([...problems, ...complaintsOf(page)]).toEqual([])
    await page.context().close()
  }, 120_000)

  test('the template editor is accessible, fits and runs clean', async () => {
    const page = await openPage(browser, house.url, { scheme, width })
    await signIn(page)
    const problems: string[] = []
    for (const path of await editorPages()) problems.push(...(await problemsOn(page, path)))
    expect([...problems, ...complaintsOf(page)]).toEqual([])
    await page.context().close()
  }, 240_000)

  test('the question bank is accessible, fits and runs clean', async () => {
    const page = await openPage(browser, house.url, { scheme, width })
    await signIn(page)
    const problems: string[] = []
    for (const path of await bankPages()) problems.push(...(await problemsOn(page, path)))
    expect([...problems, ...complaintsOf(page)]).toEqual([])
    await page.context().close()
  }, 240_000)
})

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
    await signIn(page)
    const again = await page.context().newPage()
    const inside = scriptsOf(again)
    await again.goto(`${house.url}/`)
    await settle(again)
    expect(inside()).toBeLessThanOrEqual(340 * 1024)
  }, 60_000)
})
