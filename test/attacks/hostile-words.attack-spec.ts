import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Competency, Question } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { type Templates, templatesOf } from '../support/interview-templates.ts'
import { complaintsOf } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'
import { expectOnlyWords, HOSTILE } from './hostile-payloads.ts'

let house: RunningHouse
let browser: Browser
let own: Templates
let page: Page

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = templatesOf(await house.signedIn(house.north.admin))
  page = await signedInPage(browser, house.url, house.north.admin)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const anchors = [1, 2, 3, 4].map((level) => ({ level, text: HOSTILE }))

/** A published version and a draft after it, hostile in every word. */
const hostileKit = async () => {
  const competency = await own.made<Competency>('competencies', {
    name: HOSTILE.slice(0, 120).trim(),
    definition: HOSTILE,
    forCandidates: HOSTILE,
    strongBehaviours: [HOSTILE],
    weakBehaviours: [HOSTILE],
    anchors,
  })
  const question = await own.made<Question>('questions', {
    title: HOSTILE.slice(0, 120).trim(),
    prompt: HOSTILE,
    intent: HOSTILE,
    minutes: 5,
    expectedPoints: [HOSTILE],
    seniorExtras: [HOSTILE],
    redFlags: [HOSTILE],
    followUps: [HOSTILE],
    anchors,
    competencies: [{ competencyId: competency.id, informs: 'primary' }],
  })
  const clone = await own.clone('kit.system-design', HOSTILE.slice(0, 100).trim())
  const written = await own.save(clone, (draft) => {
    draft.instructions = HOSTILE
    draft.preparation = { about: HOSTILE, topics: [HOSTILE] }
    draft.competencies = [{ competencyId: competency.id, overrides: {} }]
    draft.sections = [
      {
        id: crypto.randomUUID(),
        title: HOSTILE.slice(0, 120).trim(),
        guidance: HOSTILE,
        questions: [{ questionId: question.id, overrides: {} }],
      },
    ]
  })
  await own.step(written.id, 'publish', { note: HOSTILE })
  const next = await own.save(await own.draftOf(clone.templateId), (draft) => {
    draft.instructions = `Before. ${HOSTILE}`
    draft.sections[0]!.questions[0]!.overrides = { prompt: `Otherwise. ${HOSTILE}` }
  })
  return { templateId: clone.templateId, published: written.id, draft: next.id, question, competency }
}

test('S-23 and scripts in the words of a kit stay words on every page that shows them', async () => {
  const { templateId, published, draft, question, competency } = await hostileKit()
  const paths = [
    '/interview-templates',
    `/interview-templates/${templateId}`,
    `/interview-template-versions/${published}`,
    `/interview-template-versions/${draft}`,
    `/interview-template-versions/${draft}/diff`,
    `/interview-template-versions/${published}/preparation-sheet`,
    `/question-bank/questions/${question.id}`,
    `/question-bank/competencies/${competency.id}`,
    '/audit-events',
  ]
  for (const path of paths) await expectOnlyWords(page, house.url, path)
  expect(complaintsOf(page)).toEqual([])
}, 120_000)
