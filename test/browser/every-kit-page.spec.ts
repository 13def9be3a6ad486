import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Job, LevelProfile } from '@assay/contracts'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { templatesOf } from '../support/interview-templates.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { bankOf } from '../support/question-bank.ts'
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

/** A job whose pipeline is judged by a level profile, read and written. */
const jobPages = async (): Promise<string[]> => {
  const bank = bankOf(await house.signedIn(house.north.admin))
  const [profile] = await bank.all<LevelProfile>('level-profiles')
  const facts = { title: 'Every page', department: 'Engineering', level: 'senior' }
  const job = await bank.made<Job>('jobs', {
    ...facts,
    levelProfileId: profile!.id,
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
  })
  return ['/jobs', '/jobs/new', `/jobs/${job.id}`, `/jobs/${job.id}/edit`]
}

const parts = [
  ['question bank', bankPages],
  ['interview templates', templatePages],
  ['template editor', editorPages],
  ['jobs', jobPages],
] as const

test.each(parts)(
  'the pages of %s are accessible, fit and run clean',
  async (_part, pages) => {
    const page = await signedInPage(browser, house.url, house.north.admin)
    expect(await problemsOfPages(page, house.url, await pages())).toEqual([])
    await page.context().close()
  },
  300_000,
)
