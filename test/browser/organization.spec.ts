import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { CustomField, RejectionReason } from '@assay/contracts'
import type { Browser, Page } from 'playwright-core'
import { type Candidates, candidatesOf } from '../support/candidates.ts'
import { launchChromium } from '../support/chromium.ts'
import { type Hiring, hiringOf } from '../support/hiring.ts'
import type { HttpClient } from '../support/http-client.ts'
import { complaintsOf, visibleText } from '../support/page.ts'
import { problemsOfPages } from '../support/page-problems.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'
import { signedInPage } from '../support/signed-in-page.ts'

const FIELDS = '/organization/custom-fields'

let house: RunningHouse
let browser: Browser
let admin: HttpClient
let page: Page
let candidates: Candidates
let hiring: Hiring

beforeAll(async () => {
  house = await startHouse()
  browser = await launchChromium()
  admin = await house.signedIn(house.north.admin)
  candidates = candidatesOf(admin)
  hiring = hiringOf(admin)
  page = await signedInPage(browser, house.url, house.north.admin)
}, 90_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

const press = (name: string | RegExp) => page.getByRole('button', { name }).click()
const fields = () => hiring.all<CustomField>('custom-fields')
const fieldNamed = async (name: string): Promise<CustomField> =>
  (await fields()).find((field) => field.name === name)!
const order = async (): Promise<string[]> =>
  page.getByRole('list', { name: 'Order of the fields' }).getByRole('link').allInnerTexts()

test('an admin adds a field with choices; what is wrong is told at its place', async () => {
  await page.goto(`${house.url}/organization`)
  await page.getByRole('link', { name: 'Fields of candidates' }).click()
  await page.getByText('Nothing is asked besides what everybody asks.').waitFor()
  await page.getByRole('link', { name: 'Add a field' }).click()
  await page.getByLabel('Kind').selectOption('one_of')
  await press('Add the field')
  await page.getByText('Please fill this in.').waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Office')
  await press('Add the field')
  await page.getByText('Name at least one choice.').waitFor()
  await press('Add a choice')
  await page.keyboard.type('Lisbon')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Oslo')
  await press('Add the field')
  await page.getByText('One of several: Lisbon and Oslo').waitFor()
  await candidates.field({ name: 'Notice period', kind: 'text' })
  await page.getByRole('link', { name: 'Add a field' }).click()
  await page.getByLabel('Name', { exact: true }).fill('NOTICE PERIOD')
  await press('Add the field')
  await page.getByText('There is a field of this name already.').waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Fields of candidates' }).first().click()
  await press('Leave without saving')
}, 60_000)

test('fields are put in order with the keyboard; an order of fields that are others by now is told', async () => {
  await page.goto(house.url + FIELDS)
  await page.getByRole('button', { name: 'Move “Notice period” up' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('“Notice period” is now number 1 of 2.').waitFor()
  expect(await order()).toEqual(['Notice period', 'Office'])
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
    'Move “Notice period” up',
  )
  await candidates.field({ name: 'Would move', kind: 'yes_no' })
  await press('Move “Office” up')
  await page.getByText('The fields have changed meanwhile.').waitFor()
  await page.getByRole('link', { name: 'Would move' }).waitFor()
  expect(await order()).toEqual(['Notice period', 'Office', 'Would move'])
}, 60_000)

test('two admins rename one field: both names are shown, and one is chosen', async () => {
  await page.getByRole('link', { name: 'Notice period' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Notice, in weeks')
  const field = await fieldNamed('Notice period')
  await admin.patch(`/api/v1/custom-fields/${field.id}`, { name: 'Weeks of notice' }, field.revision)
  await press('Save')
  await page.getByText('Someone saved this while you had it open.').waitFor()
  expect(await visibleText(page)).toContain('Weeks of notice')
  await press('Keep mine, then save')
  await press('Save')
  await page.getByRole('heading', { level: 1, name: 'Notice, in weeks' }).waitFor()
  expect((await fieldNamed('Notice, in weeks')).id).toBe(field.id)
}, 60_000)

test('what candidates have is neither taken away nor removed, but archived and restored', async () => {
  const office = await fieldNamed('Office')
  await candidates.made({ name: 'Ada', customValues: { [office.id]: office.choices[0]!.id } })
  await page.goto(`${house.url}${FIELDS}/${office.id}`)
  await press('Remove entry 1')
  await press('Save')
  await page.getByText('A choice that would go is somebody’s.').waitFor()
  await press('Take back the changes')
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await dialog.getByText('This is used, so it stays.').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await dialog.getByRole('button', { name: 'Archive' }).click()
  await page.getByRole('button', { name: 'Restore “Office”' }).waitFor()
  await page.goto(house.url + FIELDS)
  await page.getByText('Not asked any more.').waitFor()
  await press('Restore “Office”')
  await page.getByRole('button', { name: 'Move “Office” up' }).waitFor()
}, 60_000)

test('a reason is added, refused when it is there already, archived and restored', async () => {
  await page.getByRole('link', { name: 'Rejection reasons' }).click()
  const dialog = page.getByRole('dialog')
  await press('Add a reason')
  await dialog.getByRole('button', { name: 'Add the reason' }).click()
  await dialog.getByText('Please fill this in.').waitFor()
  await dialog.getByLabel('Reason', { exact: true }).fill('Moved to the moon')
  await dialog.getByLabel('Whose choice').selectOption('theirs')
  await dialog.getByRole('button', { name: 'Add the reason' }).click()
  await page.getByRole('button', { name: 'Archive “Moved to the moon”' }).waitFor()
  await press('Add a reason')
  await dialog.getByLabel('Reason', { exact: true }).fill('MOVED to the moon')
  await dialog.getByRole('button', { name: 'Add the reason' }).click()
  await dialog.getByText('There is one of this name already.').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await press('Archive “Moved to the moon”')
  await dialog.getByRole('button', { name: 'Archive' }).click()
  await press('Restore “Moved to the moon”')
  await page.getByRole('button', { name: 'Archive “Moved to the moon”' }).waitFor()
  const reasons = await hiring.all<RejectionReason>('rejection-reasons')
  expect(reasons.find(({ name }) => name === 'Moved to the moon')).toMatchObject({
    kind: 'theirs',
    archivedAt: null,
  })
  expect(complaintsOf(page)).toEqual([])
}, 60_000)

test('a recruiter is told that these pages are for admins', async () => {
  const recruiter = await signedInPage(browser, house.url, house.north.recruiter)
  for (const path of [FIELDS, '/organization/rejection-reasons']) {
    await recruiter.goto(house.url + path)
    await recruiter.getByText('This page is not for your role.').waitFor()
  }
  await recruiter.context().close()
}, 60_000)

test('the pages are accessible, fit and run clean', async () => {
  const long = { id: crypto.randomUUID(), name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' }
  await candidates.field({ name: 'Places'.repeat(10), kind: 'several_of', choices: [long] })
  const field = await fieldNamed('Office')
  const gone = await candidates.field({ name: 'Asked once', kind: 'date' })
  await admin.post(`/api/v1/custom-fields/${gone.id}/archive`)
  const opened = (scheme: 'light' | 'dark') => signedInPage(browser, house.url, house.north.admin, { scheme })
  const paths = [FIELDS, `${FIELDS}/new`, `${FIELDS}/${field.id}`, '/organization/rejection-reasons']
  expect(await problemsOfPages(opened, house.url, paths)).toEqual([])
}, 240_000)
