import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Application } from '@assay/contracts'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { debriefsOf } from '../support/debriefs.ts'
import { complaintsOf } from '../support/page.ts'
import { problemsIn, problemsOfPages } from '../support/page-problems.ts'
import { inDays, type Panels, panelsOf } from '../support/panels.ts'
import { type Person, type RunningHouse, startHouse } from '../support/running-house.ts'
import { completeDraft, panelOf, scorecardsOf } from '../support/scorecards.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let own: Panels

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  own = await panelsOf(house, await house.signedIn(house.north.recruiter))
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const write = async (person: Person, interview: { id: string }, level: number): Promise<void> => {
  const writing = scorecardsOf(await house.signedIn(person))
  const room = await writing.own(interview)
  const draft = completeDraft(room.kit, { recommendation: level > 2 ? 'yes' : 'no' })
  for (const [place, { id }] of room.kit.competencies.entries()) {
    if (place > 1) break
    const text = `What somebody said who is a ${level}, at length, so that it takes more than one line.`
    const evidence = { kind: 'quote', text, questionId: null } as const
    draft.ratings[id] = {
      level: place === 0 ? level : Math.max(level, 2),
      evidence: { [crypto.randomUUID()]: evidence },
    }
  }
  const { revision } = await writing.save(room, draft)
  expect((await writing.trySubmit(room.scorecard.id, revision)).status).toBe(200)
  await writing.step(room.scorecard.id, 'give-up-recall')
}

/** Two who differ. */
const panelled = async (): Promise<Application> => {
  const application = await own.applied()
  const interview = await own.schedule(application, panelOf(house.north.interviewer, house.north.admin))
  await write(house.north.interviewer, interview, 1)
  await write(house.north.admin, interview, 4)
  return application
}

test('a panel reads in silence, votes, talks over what it disagrees on, writes it down and votes again', async () => {
  const application = await panelled()
  const interviewer = debriefsOf(await house.signedIn(house.north.interviewer))
  const { id } = await interviewer.of(application)
  await interviewer.vote(id, 'before', 'strong_no')

  const page = await signedInPage(browser, house.url, house.north.hiring_manager)
  await page.goto(`${house.url}/applications/${application.id}`)
  await page.getByRole('link', { name: 'To the debrief' }).click()
  await page.getByText('3 levels apart, some say yes, some say no').waitFor()
  await page.getByText('What somebody said who is a 1').first().waitFor()
  await page.getByText('What somebody said who is a 4').first().waitFor()
  await page.getByText('Votes stay sealed until talking begins.').waitFor()
  expect(await page.getByRole('cell', { name: 'Strong no' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Yes', exact: true }).press('Enter')
  await page.getByText('You voted: Yes.').waitFor()

  await page.getByRole('button', { name: 'Begin to talk' }).click()
  const dialog = page.getByRole('dialog', { name: 'Begin to talk?' })
  await dialog.getByText(`Not heard yet: ${house.north.admin.name}`).waitFor()
  await dialog.getByRole('button', { name: 'Begin to talk' }).click()
  await page.getByRole('cell', { name: 'Strong no' }).waitFor()

  const notes = page.getByLabel('What was said')
  await notes.fill('We read the same answer twice.')
  await interviewer.write(id, 'I was there first.', 1)
  await page.getByRole('button', { name: 'Save the notes' }).click()
  await page.getByText('Someone saved this while you had it open.').waitFor()
  await page.getByRole('cell', { name: 'I was there first.' }).waitFor()
  expect(await problemsIn(page, 'two wrote at once')).toEqual([])
  await page.getByRole('button', { name: 'Keep mine' }).click()
  expect(await notes.inputValue()).toBe('We read the same answer twice.')
  await page.getByRole('button', { name: 'Save the notes' }).click()
  await page.getByText('The notes are saved.').waitFor()

  await page.getByRole('button', { name: 'No', exact: true }).click()
  await page.getByText('You voted: No.').waitFor()
  await page.getByRole('button', { name: 'Close the debrief' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close the debrief' }).click()
  await page.getByRole('button', { name: 'Open it again' }).waitFor()
  await page.getByText('We read the same answer twice.').waitFor()
  const others = [house.north.admin.name, house.north.interviewer.name].toSorted().join(' and ')
  await page.getByText(`Not heard yet: ${others}.`).waitFor()
  await page.getByRole('link', { name: 'To the decision' }).waitFor()
  // The refusal of the notes is the one thing that the browser wrote down.
  expect(complaintsOf(page).filter((one) => !one.includes('412'))).toEqual([])
  await page.context().close()
}, 120_000)

test('every state of a debrief is accessible, fits and runs clean', async () => {
  const [reading, talking, closed] = [await panelled(), await panelled(), await panelled()]
  const waiting = await own.applied()
  await own.schedule(waiting)
  const owed = await panelled()
  await own.schedule(owed, { ...panelOf(house.north.hiring_manager), startsAt: inDays(70) })
  const debriefs = debriefsOf(await house.signedIn(house.north.hiring_manager))
  for (const application of [talking, closed]) {
    const { id } = await debriefs.of(application)
    await debriefs.vote(id, 'before', 'yes')
    await debriefs.step(id, 'begin-talking')
    await debriefs.write(id, 'First line.\n\n- **Second**, which is rather long and goes on for a while.', 1)
    if (application === closed) await debriefs.step(id, 'close')
  }
  const pages = [reading, talking, closed, waiting, owed].map(({ id }) => `/applications/${id}/debrief`)
  const opened = (scheme: 'light' | 'dark') =>
    signedInPage(browser, house.url, house.north.hiring_manager, { scheme })
  expect(await problemsOfPages(opened, house.url, pages)).toEqual([])
  const page = await opened('light')
  await page.goto(`${house.url}/applications/${owed.id}/debrief`)
  await page.getByText('You owe a scorecard on this application').waitFor()
  await page.context().close()
}, 300_000)
