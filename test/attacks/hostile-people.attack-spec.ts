import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { InterviewRoom, ScorecardDraft } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { csvOf, importsOf } from '../support/candidate-imports.ts'
import { candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { documentsOf } from '../support/documents.ts'
import { freeStages, hiringOf } from '../support/hiring.ts'
import { complaintsOf } from '../support/page.ts'
import { type Panels, panelsOf } from '../support/panels.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { scorecardsOf } from '../support/scorecards.ts'
import { signedInPage } from '../support/signed-in-page.ts'
import { expectOnlyWords, HOSTILE, PAYLOADS } from './hostile-payloads.ts'

let house: RunningHouse
let browser: Browser
const dialogs: string[] = []

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const opened = async (role: 'admin' | 'interviewer'): Promise<Page> => {
  const page = await signedInPage(browser, house.url, house.north[role])
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  return page
}

const LINE = HOSTILE.slice(0, 120).trim()

/** A job that is hostile in every word, and everybody who applies to it, each by the name of one attack. */
const hostileJob = async (panels: Panels) => {
  const own = hiringOf(await house.signedIn(house.north.admin))
  await panels.made('custom-fields', { name: HOSTILE.slice(0, 80).trim(), kind: 'text' })
  const job = await own.job({
    title: LINE,
    department: LINE,
    stages: freeStages(HOSTILE.slice(0, 60).trim(), HOSTILE.slice(40, 100).trim()),
    team: [{ userId: house.north.hiring_manager.id, role: 'hiring_manager' }],
  })
  for (const name of PAYLOADS) await own.apply(await own.candidate(name, { tags: [name.slice(0, 60)] }), job)
  return job
}

const hostileCandidate = async (panels: Panels, job: { id: string }) => {
  const client = await house.signedIn(house.north.admin)
  const fields = await panels.all<{ id: string }>('custom-fields')
  const candidate = await candidatesOf(client).made({
    name: LINE,
    preferredName: LINE,
    headline: LINE,
    company: LINE,
    location: LINE,
    source: LINE,
    tags: PAYLOADS.slice(0, 15).map((one) => one.slice(0, 60).trim()),
    customValues: { [fields[0]!.id]: HOSTILE },
  })
  const documents = documentsOf(client)
  const { id } = (
    await documents.upload(candidate.id, PAYLOADS.join('\n'), { filename: `${LINE}.txt`, type: 'text/plain' })
  ).json<{ id: string }>()
  await documents.settled(id)
  const application = await panels.apply(candidate, job, { source: LINE })
  return { candidate, application }
}

/** Every note, every piece of evidence, the summary and what only the author reads. */
const hostileScorecard = ({ kit }: InterviewRoom): Partial<ScorecardDraft> => {
  const questionId = kit.sections[0]!.questions[0]!.id
  const evidence = { kind: 'quote', text: HOSTILE, questionId } as const
  const ratings = kit.competencies.map(
    ({ id }) => [id, { level: 1, evidence: { [crypto.randomUUID()]: evidence } }] as const,
  )
  return {
    ratings: Object.fromEntries(ratings),
    questions: { [questionId]: { notes: HOSTILE, expectedPoints: {}, seniorExtras: {}, redFlags: {} } },
    summary: HOSTILE,
    privateNotes: HOSTILE,
  }
}

test('S-07 sixty attacks in every word about people stay words on every page that shows them', async () => {
  const admin = await house.signedIn(house.north.admin)
  const panels = await panelsOf(house, admin)
  const job = await hostileJob(panels)
  const { candidate, application } = await hostileCandidate(panels, job)
  const interview = await panels.schedule(application, { place: LINE })
  const cards = scorecardsOf(await house.signedIn(house.north.interviewer))
  const room = await cards.own(interview)
  await cards.submit(interview, hostileScorecard(room))
  const page = await opened('interviewer')
  await expectOnlyWords(page, house.url, `/scorecards/${room.scorecard.id}/room`)
  await cards.step(room.scorecard.id, 'give-up-recall')
  await expectOnlyWords(page, house.url, '/')
  await expectOnlyWords(page, house.url, `/applications/${application.id}/scorecards`)
  await admin.post('/api/v1/rejection-reasons', { name: LINE, kind: 'ours' })
  const hold = { subject: 'candidate', subjectId: candidate.id, reason: HOSTILE }
  await admin.post('/api/v1/legal-holds', hold)
  const turnedDown = { note: HOSTILE, reasonId: await panels.reason('ours') }
  await panels.command(application.id, 'reject', turnedDown)
  const imported = await importsOf(admin).checked(
    await importsOf(admin).uploaded(
      csvOf([['Name', LINE], ...PAYLOADS.map((one) => [one, one])]),
      `${LINE}.csv`,
    ),
  )
  const asAdmin = await opened('admin')
  const paths = [
    '/candidates',
    `/candidates/${candidate.id}`,
    `/candidates/${candidate.id}/edit`,
    '/candidates/imports',
    `/candidates/imports/${imported.id}`,
    '/jobs',
    `/jobs/${job.id}`,
    `/jobs/${job.id}/board`,
    `/jobs/${job.id}/applications`,
    `/applications/${application.id}`,
    `/interviews/${interview.id}`,
    '/organization/custom-fields',
    '/organization/rejection-reasons',
    '/organization/retention',
    '/audit-events',
  ]
  for (const path of paths) await expectOnlyWords(asAdmin, house.url, path)
  expect([...complaintsOf(page), ...complaintsOf(asAdmin), ...dialogs]).toEqual([])
}, 180_000)
