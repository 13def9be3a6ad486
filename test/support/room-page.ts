import type { Interview, ScorecardDraft } from '@assay/contracts'
import type { Page } from 'playwright-core'
import type { HttpClient } from './http-client.ts'
import { INTERVIEWS } from './panels.ts'
import { scorecardsOf } from './scorecards.ts'

/** The address of somebody's own room. */
export const roomAddress = async (client: HttpClient, { id }: { id: string }): Promise<string> => {
  const { ownScorecard } = (await client.get(`${INTERVIEWS}/${id}`)).json<Interview>()
  return `/scorecards/${ownScorecard!.id}/room`
}

export const KEPT_ROOM = 'this is the room as this device kept it'

export const notesOf = (page: Page, place = 0) => page.getByLabel('Notes').nth(place)

export const saveWords = (page: Page, words: RegExp | string): Promise<void> =>
  page.locator('[data-part="save-state"]').getByText(words).waitFor()

/** Opens a room with a network, until the browser keeps its code and what it needs. */
export const openRoom = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.locator('[data-part="save-state"]').waitFor()
  await until(async () =>
    page.evaluate<boolean>(`(async () => {
      const worker = await navigator.serviceWorker.getRegistration('/scorecards/')
      return worker?.active?.state === 'activated'
    })()`),
  )
}

/** Until that is so; it is asked again and again. */
export const until = async (holds: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 15_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('It did not come to be so.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Every address in every cache of the service worker. */
export const cachedAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(`(async () => {
    const addresses = []
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys()
      addresses.push(...requests.map(({ url }) => new URL(url).pathname))
    }
    return addresses
  })()`)

/** What is kept on the device, by what it is about. */
export const subjectsOnDevice = (page: Page): Promise<string[]> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('assay.drafts')
    opening.onerror = reject
    opening.onsuccess = () => {
      const reading = opening.result.transaction('copies').objectStore('copies').getAllKeys()
      reading.onsuccess = () => { opening.result.close(); resolve(reading.result.map(([, subject]) => subject)) }
    }
  })`)

/** Milliseconds until the draft on the server is so. */
export const untilSaved = async (
  client: HttpClient,
  interview: { id: string },
  holds: (draft: ScorecardDraft) => boolean,
): Promise<number> => {
  const began = Date.now()
  await until(async () => holds((await scorecardsOf(client).own(interview)).scorecard.draft))
  return Date.now() - began
}
