import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { documentsOf } from '../support/documents.ts'
import { hiringOf } from '../support/hiring.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { plainResume } from '../support/resume-files.ts'
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

/** Somebody of whom everything is known, with a document that could be read and one that could not. */
const someone = async (): Promise<{ id: string; filtered: string }> => {
  const client = await house.signedIn(house.north.admin)
  const candidates = candidatesOf(client)
  const office = { id: crypto.randomUUID(), name: 'Lisbon' }
  const [relocates, place, site] = [
    await candidates.field({ name: 'Would move', kind: 'yes_no' }),
    await candidates.field({ name: 'Offices', kind: 'several_of', choices: [office] }),
    await candidates.field({ name: 'Own site', kind: 'link' }),
  ]
  const made = await candidates.made({
    name: 'Maximiliane Wolkenstein-Trostburg de la Fuente',
    headline: 'Staff engineer',
    company: 'Analytical Engines',
    location: 'London',
    source: 'Referral',
    tags: ['robotics', 'a-tag-that-is-one-very-long-word-without-a-place-to-break'],
    emails: [{ kind: 'work', value: 'maximiliane.wolkenstein-trostburg@analytical-engines.example' }],
    phones: [{ kind: 'mobile', value: '+44 20 7946 0958' }],
    links: [{ kind: 'code', value: `https://example.com/${'wolkenstein'.repeat(6)}` }],
    customValues: { [relocates.id]: true, [place.id]: [office.id], [site.id]: 'https://example.com' },
  })
  const other = await candidates.made({ name: 'Max Wolkenstein' })
  await candidates.merged(made.id, other.id)
  const documents = documentsOf(client)
  for (const text of [plainResume.join('\n'), ' ']) {
    const answer = await documents.upload(made.id, text, { filename: `${'resume'.repeat(12)}.txt` })
    if (answer.status === 201) await documents.settled(answer.json<{ id: string }>().id)
  }
  const job = await hiringOf(client).job({ title: 'Engineer '.repeat(12).trim() })
  const filter = { jobId: job.id, customValues: { [relocates.id]: true } }
  return { id: made.id, filtered: `?filter=${JSON.stringify(filter)}` }
}

test('the pages of candidates are accessible, fit and run clean', async () => {
  const { id, filtered } = await someone()
  const pages = ['', filtered, '?filter={"q":"nobody"}', '/new', `/${id}`, `/${id}/edit`]
  const opened = (scheme: 'light' | 'dark') => signedInPage(browser, house.url, house.north.admin, { scheme })
  expect(
    await problemsOfPages(
      opened,
      house.url,
      pages.map((page) => `/candidates${page}`),
    ),
  ).toEqual([])
}, 300_000)
