import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { comparison } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { type Finalists, finalistsOf, showFitted } from '../support/finalists.ts'
import { complaintsOf, horizontalOverflow, visibleText } from '../support/page.ts'
import { problemsIn, settle } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let finalists: Finalists

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  finalists = await finalistsOf(house)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const address = (search = ''): string => `${house.url}/jobs/${finalists.job.id}/comparison${search}`

/** The hiring manager's page, as if a fit had been made. */
const fitted = async (search = '', options: Parameters<typeof signedInPage>[3] = {}): Promise<Page> => {
  const page = await signedInPage(browser, house.url, house.north.hiring_manager, options)
  await showFitted(page)
  await page.goto(address(search))
  await page.getByRole('heading', { name: 'Which differences are real' }).waitFor()
  await settle(page)
  return page
}

test('every mark stands with its rater; the average comes first, the fair score never without its interval', async () => {
  const page = await fitted()
  const matrix = page.getByRole('region', { name: 'What each panelist gave' })
  const heads = await matrix.getByRole('columnheader').allInnerTexts()
  expect(heads.slice(1).map((head) => head.split('\n')[0])).toEqual([
    'Ada Lovelace',
    'Grace Hopper',
    'Katherine Johnson',
    'Mary Jackson',
    'Radia Perlman',
  ])
  const row = (name: string) => matrix.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  const [ada, , katherine, mary] = await row('Average of the marks, and fair score').getByRole('cell').all()
  expect((await ada!.innerText()).replaceAll(/\s+/g, ' ')).toMatch(
    /^3\.\d average of \d+ marks by 2 people Fair score 2\.4 likely 2\.0 to 2\.8$/,
  )
  expect(await mary!.innerText()).toContain('Too few ratings for a fair score.')
  expect(await katherine!.innerText()).toContain('Fair score')
  await matrix.getByText('Split: 1 to 4').first().waitFor()
  await matrix.getByText('2 did not assess it').first().waitFor()
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 60_000)

test('what is not real is said plainly, bands carry no order inside, and one more interview has its worth', async () => {
  const page = await fitted()
  for (const sentence of [
    'Grace Hopper and Ada Lovelace cannot be told apart: the chance that Grace Hopper is really ahead is about 7 in 10.',
    'Katherine Johnson is ahead of Ada Lovelace (98 in 100).',
    'Katherine Johnson is probably ahead of Grace Hopper (92 in 100).',
    'Ada Lovelace and Mary Jackson cannot be compared: no chain of interviewers and questions links them.',
    'Band 1: Katherine Johnson and Radia Perlman',
    'Inside a band the order says nothing.',
    'The chance that it separates Ada Lovelace and Grace Hopper is 12%.',
    'What no figure here knows: anything the questions did not ask.',
  ])
    await page.getByText(sentence).waitFor()
  await page.context().close()
}, 60_000)

test('evidence is one key away from any mark, and the address leads there', async () => {
  const page = await fitted()
  const mark = page.getByRole('button', { name: /: 4, strong yes\. Show what it rests on$/i }).first()
  await mark.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await drawer.getByText(`${house.north.interviewer.name} heard this on`).waitFor()
  await drawer.getByText(`${house.north.admin.name} heard this on`).waitFor()
  await drawer
    .getByText(/In answer to “/)
    .first()
    .waitFor()
  expect(await problemsIn(page, 'evidence')).toEqual([])
  const open = page.url()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/: 4, strong yes/i)
  await page.goto(open)
  await drawer.getByText(`${house.north.interviewer.name} heard this on`).waitFor()
  await page.context().close()
}, 60_000)

test('who is compared, in which order and on what is chosen by people, and stands in the address', async () => {
  const page = await fitted()
  const heads = () => page.getByRole('region', { name: 'What each panelist gave' }).getByRole('columnheader')
  await page.getByLabel('Order').selectOption('name_back')
  await heads().nth(1).filter({ hasText: 'Radia Perlman' }).waitFor()
  const options = await page.getByLabel('Order').getByRole('option').allInnerTexts()
  expect(options.join(' ')).not.toMatch(/score|average|mark/i)
  await page.locator('summary').filter({ hasText: 'Competencies shown' }).click()
  const competencies = page.getByRole('group', { name: 'Competencies shown' }).getByRole('checkbox')
  const all = await competencies.count()
  await competencies.first().focus()
  await page.keyboard.press('Space')
  await page.getByText(`Competencies shown: ${all - 1} of ${all}`).waitFor()
  await page.unroute(/\/api\/v1\/jobs\/[^/]+\/comparison(\?|$)/)
  await page.getByRole('button', { name: 'Choose candidates' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /Mary Jackson/ }).uncheck()
  await dialog.getByRole('button', { name: 'Compare' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.waitForURL(/applicationIds=.*order=name_back/)
  await page.reload()
  await heads().nth(4).filter({ hasText: 'Ada Lovelace' }).waitFor()
  expect(await heads().count()).toBe(5)
  expect(await visibleText(page)).not.toContain('Mary Jackson')
  await page.context().close()
}, 60_000)

test('dots and heat always come with their table, by day and by night, wide and narrow', async () => {
  for (const [width, scheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    const page = await fitted('?view=dots', { width, scheme })
    const figures = page.getByRole('region', { name: 'The same in figures' })
    await figures.getByRole('row', { name: /^Radia Perlman/ }).waitFor()
    expect(await problemsIn(page, `dots at ${width}`)).toEqual([])
    await page.goto(address('?view=heat'))
    const heat = page.getByRole('region', { name: 'Averages, and where the panel is split' })
    await heat
      .getByRole('button', { name: /Split: 1 to 4/ })
      .first()
      .waitFor()
    await settle(page)
    expect(await problemsIn(page, `heat at ${width}`)).toEqual([])
    await page.goto(address())
    await settle(page)
    expect(await problemsIn(page, `table at ${width}`)).toEqual([])
    expect(await horizontalOverflow(page)).toBe(0)
    expect(complaintsOf(page)).toEqual([])
    await page.context().close()
  }
}, 120_000)

test('whoever owes sees names only; figures from before the latest scorecard say so; an unknown job is not there', async () => {
  const page = await signedInPage(browser, house.url, house.north.hiring_manager)
  const path = /\/api\/v1\/jobs\/[^/]+\/comparison(\?|$)/
  await showFitted(page, {
    fit: {
      id: crypto.randomUUID(),
      modelVersion: '1.0.0',
      fittedAt: '2026-11-20T09:30:00.000Z',
      status: 'stale',
      because: null,
    },
  })
  await page.goto(address())
  await page.getByText(/A scorecard came in after these fair scores were worked out, /).waitFor()
  await page.unroute(path)
  await page.route(path, async (route) => {
    const response = await route.fetch()
    const raw = comparison.parse(await response.json())
    const names = raw.applications.map((one) => ({ ...one, cells: [], raw: null, recommendations: null }))
    const withheld = 'You owe a scorecard on this job.'
    await route.fulfill({ response, json: { ...raw, competencies: [], applications: names, withheld } })
  })
  await page.reload()
  await page.getByText('You owe a scorecard on this job.').waitFor()
  await page.getByText('Grace Hopper').waitFor()
  expect(await visibleText(page)).not.toMatch(/average|Fair score/)
  expect(await problemsIn(page, 'withheld')).toEqual([])
  await page.unroute(path)
  await page.goto(`${house.url}/jobs/${crypto.randomUUID()}/comparison`)
  await page.getByRole('heading', { name: 'There is no page here.' }).waitFor()
  await page.context().close()
}, 60_000)
