import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Job, LevelProfile } from '@assay/contracts'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { bankOf } from '../support/question-bank.ts'
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
  ['jobs', jobPages],
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
