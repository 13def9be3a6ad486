import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

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
  return [
    '/interview-templates',
    '/interview-templates/import',
    `/interview-templates/${templateId}`,
    `${version}/diff`,
    `${version}/preparation-sheet`,
  ]
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

const parts = [
  ['interview templates', templatePages],
  ['template editor', editorPages],
] as const

test.each(parts)(
  'the pages of %s are accessible, fit and run clean',
  async (_part, pages) => {
    const opened = (scheme: 'light' | 'dark') =>
      signedInPage(browser, house.url, house.north.admin, { scheme })
    expect(await problemsOfPages(opened, house.url, await pages())).toEqual([])
  },
  300_000,
)
