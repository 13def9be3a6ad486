import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { documentsOf } from '../support/documents.ts'
import { complaintsOf, horizontalOverflow } from '../support/page.ts'
import { problemsIn } from '../support/page-problems.ts'
import { encryptedPdf, hostilePdf, pdf, picturePdf, plainResume } from '../support/resume-files.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

let house: RunningHouse
let browser: Browser
let candidateId: string

const FILES: readonly [string, Buffer][] = [
  ['resume.pdf', pdf([plainResume, ['The second page'], ['The third page']])],
  ['scan.pdf', picturePdf()],
  ['locked.pdf', encryptedPdf()],
  ['broken.pdf', pdf([plainResume]).subarray(0, 300)],
  ['hostile.pdf', hostilePdf()],
]

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  const client = await house.signedIn(house.north.recruiter)
  candidateId = (await candidatesOf(client).made({ name: 'Ada Lovelace' })).id
  const documents = documentsOf(client)
  for (const [filename, bytes] of FILES) {
    const answer = await documents.upload(candidateId, bytes, { filename })
    expect([filename, answer.status]).toEqual([filename, 201])
    await documents.settled(answer.json<{ id: string }>().id)
  }
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const opened = async (width: number, scheme: 'light' | 'dark' = 'light'): Promise<Page> => {
  const page = await signedInPage(browser, house.url, house.north.recruiter, { width, scheme })
  await page.goto(`${house.url}/candidates/${candidateId}`)
  return page
}
const show = (page: Page, name: string) => page.getByRole('button', { name: `Open “${name}”` }).click()
const drawing = (page: Page, place: number, pages: number, name: string) =>
  page
    .getByRole('img', { name: `Page ${place} of ${pages} of “${name}”, as it looks` })
    .and(page.locator('[data-drawn]'))
/** How many pixels of the canvas in sight are not white. Told as text: the tests know no browser types. */
const ink = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const canvas = document.querySelector('canvas[data-drawn]')
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 0; at < data.length; at += 4) if (data[at] < 128) count += 1
    return count
  })()`)

test('a PDF is looked at page by page beside its text, by keyboard only; nothing of it is loaded before', async () => {
  const page = await opened(1280)
  const scripts: string[] = []
  page.on('response', (answer) => scripts.push(new URL(answer.url()).pathname))
  await page.getByRole('button', { name: 'Open “resume.pdf”' }).focus()
  expect(scripts.filter((path) => /pdf/i.test(path) && path.endsWith('js'))).toEqual([])
  await page.keyboard.press('Enter')
  await drawing(page, 1, 3, 'resume.pdf').waitFor()
  expect(scripts.filter((path) => /pdf.*js$/i.test(path)).length).toBeGreaterThan(0)
  expect(await ink(page)).toBeGreaterThan(200)
  await page
    .getByRole('region', { name: 'Text of “resume.pdf”' })
    .getByText('Wrote the first program')
    .waitFor()
  await page.getByRole('region', { name: 'Pages of “resume.pdf”' }).focus()
  await page.keyboard.press('PageDown')
  await drawing(page, 2, 3, 'resume.pdf').waitFor()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await drawing(page, 3, 3, 'resume.pdf').waitFor()
  await page.getByText('Page 3 of 3').waitFor()
  const before = (await drawing(page, 3, 3, 'resume.pdf').boundingBox())!
  await page.keyboard.press('+')
  await page.getByText('125 %').waitFor()
  await drawing(page, 3, 3, 'resume.pdf').waitFor()
  expect((await drawing(page, 3, 3, 'resume.pdf').boundingBox())!.width).toBeCloseTo(before.width * 1.25, -1)
  await page.keyboard.press('PageUp')
  await drawing(page, 2, 3, 'resume.pdf').waitFor()
  expect(await problemsIn(page, 'a PDF')).toEqual([])
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 90_000)

test('on a phone the pages fit; a scan is shown, what is locked or broken is told in words', async () => {
  const page = await opened(360, 'dark')
  await show(page, 'scan.pdf')
  await drawing(page, 1, 1, 'scan.pdf').waitFor()
  expect(await ink(page)).toBeGreaterThan(50)
  expect(await horizontalOverflow(page)).toBe(0)
  await show(page, 'locked.pdf')
  await page.getByText('The file asks for a password.').waitFor()
  await show(page, 'broken.pdf')
  await page.getByText('The file is broken or cut short. It is kept as it is;').waitFor()
  expect(await problemsIn(page, 'PDFs on a phone')).toEqual([])
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
}, 90_000)

test('S-10 what a PDF would run, open or fetch is neither run, opened nor fetched', async () => {
  const page = await opened(1280)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const popups: string[] = []
  page.on('popup', (popup) => popups.push(popup.url()))
  await show(page, 'hostile.pdf')
  await drawing(page, 1, 1, 'hostile.pdf').waitFor()
  await drawing(page, 1, 1, 'hostile.pdf').click()
  await page.waitForTimeout(500)
  expect([dialogs, popups]).toEqual([[], []])
  expect(await page.evaluate('globalThis.taken ?? null')).toBeNull()
  expect(complaintsOf(page)).toEqual([])
  expect(page.url()).toBe(`${house.url}/candidates/${candidateId}`)
  await page.context().close()
}, 90_000)

test('a connection that is lost meanwhile is told, and the file asked for again', async () => {
  const page = await opened(1280)
  await page.route(/\/candidate-documents\/[^/]+\/file$/, (route) => route.abort('connectionreset'), {
    times: 1,
  })
  await show(page, 'resume.pdf')
  await page.getByText('No answer from the server.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await drawing(page, 1, 3, 'resume.pdf').waitFor()
  await page.context().close()
}, 90_000)
