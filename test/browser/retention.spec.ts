import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { inContext, newContext } from '@assay/persistence'
import type { Browser, Page } from 'playwright-core'
import { RetentionService } from '../../apps/api/src/retention/retention.service.ts'
import { candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { erasuresOf } from '../support/erasures.ts'
import { type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { complaintsOf } from '../support/page.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

const RETENTION = '/organization/retention'
const DAY_MS = 86_400_000

let house: RunningHouse
let browser: Browser
let admin: HttpClient
let own: Hiring
let page: Page

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  admin = await house.signedIn(house.north.admin)
  own = hiringOf(admin)
  page = await signedInPage(browser, house.url, house.north.admin)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const press = (name: string | RegExp) => page.getByRole('button', { name }).click()

const rejectedIn = async (jobId: string, name: string): Promise<string> => {
  const candidate = await own.candidate(name, {
    emails: [{ kind: 'home', value: `${name.length}@x.example` }],
  })
  const application = await own.apply(candidate, { id: jobId })
  await own.command(application.id, 'reject', { reasonId: await own.reason('ours') })
  return candidate.id
}

const lookedAtIn = (days: number) =>
  inContext(newContext('test', Infinity), () =>
    house.server.app
      .get(RetentionService, { strict: false })
      .run(house.north.id, new Date(Date.now() + days * DAY_MS)),
  )

test('an admin writes a rule, sees who is due, holds, lifts, and erases with a look beforehand', async () => {
  const job = await own.job({ title: 'Cartographer', office: 'Lisbon' })
  const id = await rejectedIn(job.id, 'Quillon Zephyrine')
  await page.goto(`${house.url}/organization`)
  await page.getByRole('link', { name: 'Retention' }).click()
  await page.getByText('No rule yet').waitFor()
  await press('Add a rule')
  await page.getByLabel('For', { exact: true }).selectOption('office')
  await page.getByLabel('Office').selectOption('Lisbon')
  await page.getByLabel('Months').fill('0')
  await page.getByRole('dialog').getByRole('button', { name: 'Add a rule' }).click()
  await page.getByText('At least one month.').waitFor()
  await page.getByLabel('Months').fill('3')
  await page.getByRole('dialog').getByRole('button', { name: 'Add a rule' }).click()
  await page.getByText('Rejected, office Lisbon').waitFor()
  await page.getByText('Kept for 3 months, then somebody is asked').waitFor()

  await lookedAtIn(200)
  await page.reload()
  await page.getByRole('link', { name: 'Quillon Zephyrine' }).click()
  await page.getByText('· Somebody decides').waitFor()

  await press('Place a hold')
  await page.getByLabel('Reason').fill('A claim is pending')
  await page.getByRole('dialog').getByRole('button', { name: 'Place a hold' }).click()
  await page.getByText('A claim is pending').waitFor()
  await page.getByText(/^Due .* · Held$/).waitFor()
  await press('Erase')
  await page.getByText('A legal hold stands on this candidate. Lift it first.').waitFor()
  await press('Close')
  await press('Lift the hold on Quillon Zephyrine')
  await page.getByLabel('Reason').fill('Settled')
  await page.getByRole('dialog').getByRole('button', { name: 'Lift' }).click()
  await page.getByText('No legal hold stands on this person.').waitFor()

  await press('Erase')
  await page.getByText('E-mail addresses, phones and links').waitFor()
  await page.getByText('Type the name first.').waitFor()
  await page.getByRole('button', { name: 'Erase for good' }).press('Enter')
  expect((await candidatesOf(admin).one(id)).erasedAt).toBeNull()
  await page.getByLabel('Number of the request').fill('Ada asked')
  await page.getByLabel('Type the name to confirm: Quillon Zephyrine').fill('quillon zephyrine')
  await press('Erase for good')
  await page.getByText('A number such as PRIV-2026-0143').waitFor()
  await page.getByLabel('Number of the request').fill('PRIV-2026-0143')
  await press('Erase for good')
  await page.getByRole('heading', { name: 'Erased candidate' }).waitFor()
  await page.getByText('Nothing is known of this person any more').waitFor()
  expect(await page.content()).not.toContain('Zephyrine')

  await page.goto(house.url + RETENTION)
  await page.getByText('The person asked for it · PRIV-2026-0143').waitFor()
  expect(await page.content()).not.toContain('Zephyrine')
  expect(complaintsOf(page)).toEqual([])
}, 120_000)

test('a recruiter sees who is due and what is held, and no way to change it', async () => {
  const asRecruiter = await signedInPage(browser, house.url, house.north.recruiter)
  await asRecruiter.goto(house.url + RETENTION)
  await asRecruiter.getByText('Kept for 3 months').waitFor()
  await asRecruiter.getByText('Nothing is held.').waitFor()
  expect(await asRecruiter.getByRole('button', { name: /Add a rule|Change|Erase|Lift/ }).count()).toBe(0)
  expect(await asRecruiter.getByRole('heading', { name: 'Erasures' }).count()).toBe(0)
})

test('the pages of retention are accessible, fit and run clean', async () => {
  const job = await own.job({
    title: 'Cartographer of very far away coasts and their lighthouses',
    office: 'Lisbon',
  })
  const held = await rejectedIn(job.id, 'Maximiliane Wolkenstein-Trostburg de la Fuente')
  const gone = await rejectedIn(job.id, 'Somebody Else')
  await erasuresOf(admin).hold('job', job.id, `A claim about ${'wolkenstein'.repeat(6)}`)
  for (const [outcome, more] of [
    ['rejected', { jobId: job.id, mode: 'automatic', basis: 'Works council agreement of 2026, part four' }],
    ['hired', { validFrom: '2031-01-01' }],
    ['rejected', { office: 'Lisbon' }],
  ] as const) {
    await admin.post('/api/v1/retention-rules', { outcome, months: 6, ...more })
  }
  await lookedAtIn(400)
  const other = await own.candidate('Nobody Knows')
  await erasuresOf(admin).erase(other.id)
  const pages = [RETENTION, `/candidates/${held}`, `/candidates/${gone}`, `/candidates/${other.id}`]
  const opened = (scheme: 'light' | 'dark') => signedInPage(browser, house.url, house.north.admin, { scheme })
  expect(await problemsOfPages(opened, house.url, pages)).toEqual([])
}, 300_000)
