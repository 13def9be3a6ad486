import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { InterviewTemplateVersion } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { crash, cutSaving, openVersion, saidSaved, untilDraft } from '../support/editor-page.ts'
import type { HttpClient } from '../support/http-client.ts'
import { type Templates, templatesOf, VERSIONS } from '../support/interview-templates.ts'
import { openPage } from '../support/page.ts'
import { problemsIn } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage, signIn } from '../support/signed-in-page.ts'

/** What is typed while the server is out of reach is there after everything that can end a page. */
let house: RunningHouse
let browser: Browser
let admin: HttpClient
let own: Templates
let page: Page
let version: InterviewTemplateVersion
let count = 0

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  admin = await house.signedIn(house.north.admin)
  own = templatesOf(admin)
  await admin.post(`/api/v1/users/${house.north.recruiter.id}/role`, { role: 'admin' })
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})
beforeEach(async () => {
  version = await own.clone('kit.recruiter-screen', `First talk ${(count += 1)}`)
  page = await signedInPage(browser, house.url, house.north.admin)
})
afterEach(async () => await page.context().close())

const KEPT = 'Saved on this device, not yet on the server: no connection.'
const instructions = (at: Page) => at.getByLabel('Instructions for the interviewer')

/** Typed where saving does not get through, until the page says that the device has it. */
const typeInVain = async (at: Page, words: string): Promise<void> => {
  await instructions(at).fill(words)
  await at.getByText(KEPT).waitFor()
}

/** The page after one that is gone, in the same browser. */
const nextPage = async (): Promise<Page> => {
  const context = page.context()
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

const copiesOnDevice = (at: Page): Promise<number> =>
  at.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('assay.drafts')
    opening.onerror = reject
    opening.onsuccess = () => {
      const counting = opening.result.transaction('copies').objectStore('copies').count()
      counting.onsuccess = () => { opening.result.close(); resolve(counting.result) }
    }
  })`)

describe('a page that dies without a connection', () => {
  test('loses nothing that was typed 300 ms before: it is brought back, said, and saved', async () => {
    await openVersion(page, version)
    await cutSaving(page.context())
    await instructions(page).fill('Typed a moment before the end.')
    await page.waitForTimeout(300)
    await crash(page)
    await cutSaving((await nextPage()).context(), false)
    await openVersion(page, version)
    const notice = page.getByRole('status').filter({ hasText: /What you wrote .* is back/ })
    await notice.getByRole('link', { name: 'Instructions for the interviewer' }).waitFor()
    expect(await problemsIn(page, 'what is back')).toEqual([])
    expect(await instructions(page).inputValue()).toBe('Typed a moment before the end.')
    await untilDraft(own, version.id, (draft) => draft.instructions === 'Typed a moment before the end.')
    await saidSaved(page)
    await notice.getByRole('button', { name: 'Keep it' }).click()
    await notice.waitFor({ state: 'detached' })
    expect(await copiesOnDevice(page)).toBe(0)
  }, 120_000)

  test('what is brought back is put together with what others saved, and can be done without', async () => {
    await openVersion(page, version)
    await cutSaving(page.context())
    await typeInVain(page, 'Typed in vain.')
    await crash(page)
    await own.save(version, (draft) => void (draft.sections[0]!.title = 'Theirs'))
    await cutSaving((await nextPage()).context(), false)
    await openVersion(page, version)
    await untilDraft(own, version.id, (draft) => draft.instructions === 'Typed in vain.')
    expect(await page.getByLabel('Title of the section').first().inputValue()).toBe('Theirs')
    await page.getByRole('button', { name: 'Discard what was brought back' }).click()
    await untilDraft(own, version.id, (draft) => draft.instructions === version.draft!.instructions)
    expect((await own.version(version.id)).draft!.sections[0]!.title).toBe('Theirs')
  }, 60_000)

  test('a version that went on meanwhile says what is left on the device, and a new one takes it', async () => {
    await openVersion(page, version)
    await cutSaving(page.context())
    await typeInVain(page, 'Too late, and not lost.')
    await crash(page)
    await own.step(version.id, 'submit-for-review', { note: 'Ready.' })
    await cutSaving((await nextPage()).context(), false)
    await openVersion(page, version)
    await page.getByText(/What you wrote .* is not in this version/).waitFor()
    await page.getByRole('button', { name: 'Begin a new version with it' }).click()
    await page.getByText(/What you wrote .* is back/).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    expect(id).not.toBe(version.id)
    await untilDraft(own, id, (draft) => draft.instructions === 'Too late, and not lost.')
  }, 60_000)
})

test('a draft that somebody discarded meanwhile: what was typed is still offered, and goes when it is not wanted', async () => {
  await openVersion(page, version)
  await cutSaving(page.context())
  await typeInVain(page, 'For nothing?')
  await crash(page)
  expect((await admin.delete(`${VERSIONS}/${version.id}`)).status).toBe(204)
  await cutSaving((await nextPage()).context(), false)
  await page.goto(`/interview-template-versions/${version.id}`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download it' }).click(),
  ])
  expect(await readFile(await file.path(), 'utf8')).toContain('For nothing?')
  await page.getByRole('button', { name: 'Discard it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard it' }).click()
  await page.getByText(/What you wrote/).waitFor({ state: 'detached' })
  expect(await copiesOnDevice(page)).toBe(0)
}, 60_000)

test('somebody else who signs in on the same browser sees nothing of it; for the first it is still there', async () => {
  await openVersion(page, version)
  await cutSaving(page.context())
  await typeInVain(page, 'Only for my eyes.')
  await crash(page)
  // The session ends by itself: nobody signed out.
  await (await nextPage()).context().clearCookies()
  await cutSaving(page.context(), false)
  await signIn(page, house.url, house.north.recruiter)
  await openVersion(page, version)
  await saidSaved(page)
  expect(await instructions(page).inputValue()).toBe(version.draft!.instructions)
  expect(await page.getByText(/is back/).count()).toBe(0)
  await page.context().clearCookies()
  await signIn(page, house.url, house.north.admin)
  await openVersion(page, version)
  await page.getByText(/What you wrote .* is back/).waitFor()
  expect(await instructions(page).inputValue()).toBe('Only for my eyes.')
}, 60_000)

test('two tabs keep a copy each: what the dead one had comes back, the living one goes on with its own', async () => {
  const context = page.context()
  const second = await context.newPage()
  await openVersion(page, version)
  await openVersion(second, version)
  await cutSaving(context)
  await typeInVain(page, 'From the first tab.')
  await second.getByLabel('Title of the section').first().fill('From the second tab')
  await second.getByText(KEPT).waitFor()
  expect(await copiesOnDevice(second)).toBe(2)
  await crash(page)
  await cutSaving(context, false)
  await openVersion(await nextPage(), version)
  await page.getByText(/What you wrote .* is back/).waitFor()
  await untilDraft(
    own,
    version.id,
    ({ instructions: said, sections }) =>
      said === 'From the first tab.' && sections[0]!.title === 'From the second tab',
  )
}, 60_000)

describe('signing out', () => {
  const signOut = async (): Promise<void> => {
    await page.getByRole('button', { name: /^Your menu/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
  }

  test('sends what waits first, and leaves nothing on the device', async () => {
    await openVersion(page, version)
    await instructions(page).fill('The last word.')
    await signOut()
    await page.waitForURL(/sign-in/)
    await untilDraft(own, version.id, (draft) => draft.instructions === 'The last word.')
    expect(await copiesOnDevice(page)).toBe(0)
  }, 60_000)

  test('asks while it cannot be sent, and goes on by itself once it has been', async () => {
    await openVersion(page, version)
    await cutSaving(page.context())
    await typeInVain(page, 'Late, and in time.')
    await signOut()
    await page
      .getByRole('alertdialog')
      .getByText(/signed out as soon as/)
      .waitFor()
    await cutSaving(page.context(), false)
    await page.waitForURL(/sign-in/)
    await untilDraft(own, version.id, (draft) => draft.instructions === 'Late, and in time.')
    expect(await copiesOnDevice(page)).toBe(0)
  }, 60_000)

  test('asks when it cannot be sent: stay, take it along as a file, or discard it', async () => {
    await openVersion(page, version)
    await cutSaving(page.context())
    await typeInVain(page, 'Nowhere else.')
    await signOut()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByText(new RegExp(`${version.template.name} \\(1\\), written`)).waitFor()
    expect(await problemsIn(page, 'signing out')).toEqual([])
    await dialog.getByRole('button', { name: 'Stay' }).click()
    expect(await instructions(page).inputValue()).toBe('Nowhere else.')
    await signOut()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download it' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain('Nowhere else.')
    await dialog.getByRole('button', { name: 'Discard it and sign out' }).click()
    await page.waitForURL(/sign-in/)
    await page.getByLabel('E-mail address').waitFor()
    expect(await copiesOnDevice(page)).toBe(0)
    await cutSaving(page.context(), false)
    await signIn(page, house.url, house.north.admin)
    await openVersion(page, version)
    expect(await instructions(page).inputValue()).toBe(version.draft!.instructions)
  }, 120_000)
})

test('a browser that keeps nothing is told of, and writing goes on', async () => {
  const bare = await openPage(browser, house.url)
  await bare.addInitScript(
    "Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('No.', 'SecurityError') } })",
  )
  await signIn(bare, house.url, house.north.admin)
  await openVersion(bare, version)
  await bare.getByText('This browser keeps no copy of what you write.').waitFor()
  await instructions(bare).fill('Saved all the same.')
  await untilDraft(own, version.id, (draft) => draft.instructions === 'Saved all the same.')
  await cutSaving(bare.context())
  await instructions(bare).fill('Here only.')
  await bare.getByText('Not saved yet: no connection. Only this page has it; it is tried again.').waitFor()
  await bare.context().close()
}, 60_000)
