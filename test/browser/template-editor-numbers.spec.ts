import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { InterviewTemplateVersion } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { openVersion, saidSaved, untilDraft } from '../support/editor-page.ts'
import { type Templates, templatesOf } from '../support/interview-templates.ts'
import { complaintsOf } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

/** Numbers, the scale and what is rated: changes of a draft that others depend on. */
let house: RunningHouse
let browser: Browser
let own: Templates
let page: Page
let version: InterviewTemplateVersion
let count = 0

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = templatesOf(await house.signedIn(house.north.admin))
  page = await signedInPage(browser, house.url, house.north.admin, { width: 1440 })
}, 90_000)
afterAll(async () => {
  expect(complaintsOf(page)).toEqual([])
  await browser.close()
  await house.stop()
})
beforeEach(async () => {
  version = await own.clone('kit.python-fundamentals', `Numbers ${(count += 1)}`)
  await openVersion(page, version)
  await saidSaved(page)
})

const until = (holds: Parameters<typeof untilDraft>[2]): Promise<void> => untilDraft(own, version.id, holds)

test('an invalid number is held back and said; no version goes out with the number before', async () => {
  const duration = page.getByLabel('Duration')
  await duration.fill('600')
  await page.getByText('Between 5 and 480 minutes.').waitFor()
  await page.getByLabel('Instructions for the interviewer').fill('Saved beside it.')
  await until((draft) => draft.instructions === 'Saved beside it.')
  await page.getByRole('link', { name: 'Saved, except 1 place marked in red' }).waitFor()
  expect((await own.version(version.id)).draft!.durationMinutes).toBe(version.draft!.durationMinutes)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 place is not saved').waitFor()
  await dialog.getByRole('link', { name: /^Duration: / }).click()
  await page.locator('#duration:focus').waitFor()
  expect(await duration.inputValue()).toBe('600')
  await duration.fill('abc')
  await page.getByText('Between 5 and 480 minutes.').waitFor()
  await duration.fill('70')
  await until((draft) => draft.durationMinutes === 70)
  await saidSaved(page)
}, 60_000)

test('a competency that questions tell about is taken out after a question, and can be taken back', async () => {
  const informed = version.bank!.competencies.find(({ id }) =>
    version.bank!.questions.some(({ competencies }) =>
      competencies.some(({ competencyId }) => competencyId === id),
    ),
  )!
  const rates = (): Promise<void> =>
    until(({ competencies }) => competencies.some(({ competencyId }) => competencyId === informed.id))
  const remove = page.getByRole('button', { name: `Remove “${informed.name}”`, exact: true })
  await remove.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('heading', { name: `Rate “${informed.name}” no more?` }).waitFor()
  await dialog.getByText(/\d+ questions? tells? about it\./).waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await rates()
  await remove.click()
  await dialog.getByRole('button', { name: 'Remove the competency' }).click()
  await until(({ competencies }) => competencies.every(({ competencyId }) => competencyId !== informed.id))
  await page.getByRole('button', { name: 'Take back the last step' }).click()
  await rates()
}, 60_000)

test('from four levels to five and back: anchors keep their names, and what is missing is told in between', async () => {
  const change = async (to: string): Promise<void> => {
    await page.getByLabel('Scale', { exact: true }).selectOption({ label: to })
    await page.getByRole('dialog').getByRole('button', { name: 'Change the scale' }).click()
  }
  const rated = version.bank!.competencies.find(
    ({ id }) => id === version.draft!.competencies[0]!.competencyId,
  )!
  const said = (level: number): string => rated.anchors.find((anchor) => anchor.level === level)!.text
  await change('Five levels, with a middle')
  await until(({ scale }) => scale === 5)
  const five = (await own.version(version.id)).draft!.competencies[0]!.overrides.anchors!
  expect(five.map(({ level }) => level)).toEqual([1, 2, 4, 5])
  expect(five.slice(2).map(({ text }) => text)).toEqual([said(3), said(4)])
  await page
    .getByText(/\d+ things missing/)
    .first()
    .waitFor()
  await page.getByRole('complementary').getByText('Mixed').first().waitFor()
  await change('Four levels, without a middle')
  await until(({ scale }) => scale === 4)
  await page.getByText('Nothing is missing', { exact: true }).first().waitFor()
  expect((await own.version(version.id)).draft).toEqual(version.draft)
}, 60_000)
