import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { SetupService } from '../../apps/api/src/setup/setup.service.ts'
import { launchChromium } from '../support/chromium.ts'
import { horizontalOverflow, openPage, visibleText } from '../support/page.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

const ADMIN = {
  name: 'Amara Okafor',
  email: 'amara@north.example',
  password: 'seven lamps above the harbour',
}
const GUEST = { name: 'Ines Duarte', email: 'ines@north.example', password: 'violet tractors hum at dusk' }

let house: RunningHouse
let browser: Browser
let admin: Page
let guest: Page
let device: Page
let invitationLink: string

beforeAll(async () => {
  house = await startHouse({ empty: true })
  browser = await launchChromium()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await house.stop()
})

test('the first admin sets Assay up from the printed link, after a password that was too short', async () => {
  const token = await house.server.app.get(SetupService).offerToken()
  admin = await openPage(browser, house.url)
  await admin.goto(`${house.url}/setup#token=${token}`)
  await admin.getByRole('textbox', { name: /organization/i }).fill('Northwind')
  await admin.getByRole('textbox', { name: /your name/i }).fill(ADMIN.name)
  await admin.getByLabel(/e-mail/i).fill(ADMIN.email)
  await admin
    .getByLabel(/password/i)
    .first()
    .fill('short')
  await admin.getByRole('button', { name: 'Create the organization' }).click()
  await admin
    .getByText(/At least 15 characters/)
    .first()
    .waitFor()
  await admin
    .getByLabel(/password/i)
    .first()
    .fill(ADMIN.password)
  await admin.getByRole('button', { name: 'Create the organization' }).click()
  await admin.getByRole('heading', { name: /Amara/ }).waitFor()
  expect(await visibleText(admin)).toContain('Northwind')
  expect(admin.url()).not.toContain('token')
}, 60_000)

test('the admin invites a colleague and gets a link to pass on', async () => {
  await admin.goto(`${house.url}/users`)
  await admin.getByRole('button', { name: 'Invite someone' }).first().click()
  await admin.getByLabel('Their name').fill(GUEST.name)
  await admin.getByLabel('Their e-mail address').fill(GUEST.email)
  await admin.getByRole('button', { name: 'Make the invitation' }).click()
  const link = admin.getByLabel('Invitation link')
  await link.waitFor()
  invitationLink = await link.inputValue()
  expect(invitationLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/invitation#token=/)
}, 60_000)

test('the colleague accepts it on a phone and is in, seeing nothing of administration', async () => {
  guest = await openPage(browser, house.url, { width: 360, height: 740 })
  await guest.goto(invitationLink)
  await guest.getByRole('heading', { name: 'Join Northwind' }).waitFor()
  await guest
    .getByLabel(/password/i)
    .first()
    .fill(GUEST.password)
  await guest.getByRole('button', { name: 'Join' }).click()
  await guest.getByRole('heading', { name: /Ines/ }).waitFor()
  await guest.goto(`${house.url}/users`)
  await guest
    .getByText(/not|cannot|only/i)
    .first()
    .waitFor()
  expect(await visibleText(guest)).not.toContain(ADMIN.email)
  expect(await horizontalOverflow(guest)).toBe(0)
}, 60_000)

test('the colleague signs in on a second device, after a wrong password, and lands where they wanted to go', async () => {
  device = await openPage(browser, house.url)
  await device.goto(`${house.url}/account`)
  await device.getByLabel('E-mail address').fill(GUEST.email)
  await device.getByLabel('Password', { exact: true }).fill('not this one either')
  await device.getByRole('button', { name: 'Sign in' }).click()
  await device.getByText(/or the password is not right/).waitFor()
  expect(await device.getByLabel('E-mail address').inputValue()).toBe(GUEST.email)
  await device.getByLabel('Password', { exact: true }).fill(GUEST.password)
  await device.getByRole('button', { name: 'Sign in' }).click()
  await device.waitForURL(`${house.url}/account**`)
  await device.getByRole('heading', { level: 1 }).waitFor()
}, 60_000)

test('they revoke that session from the phone: the second device is out, the phone stays in', async () => {
  await guest.goto(`${house.url}/account/sessions`)
  await guest.getByRole('button', { name: 'End it' }).click()
  await guest.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
  await guest.getByText('The session is ended.').waitFor()
  await guest.getByText('You ended it from another session.').waitFor()
  await device.goto(`${house.url}/account`)
  await device.getByLabel('Password', { exact: true }).waitFor()
  expect(await visibleText(device)).not.toContain(GUEST.name)
  await guest.reload()
  await guest.getByText('You ended it from another session.').waitFor()
  await device.context().close()
}, 60_000)

test('the admin disables the colleague, whose open page asks to sign in again and keeps what it shows', async () => {
  await admin.goto(`${house.url}/users`)
  await admin.getByText(GUEST.name).first().click()
  await admin.getByRole('button', { name: 'Disable', exact: true }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Disable', exact: true }).click()
  await admin.getByText(`${GUEST.name} is disabled.`).waitFor()
  await guest.goto(`${house.url}/account`)
  await guest.getByLabel('E-mail address').waitFor()
  await guest.getByLabel('E-mail address').fill(GUEST.email)
  await guest.getByLabel('Password', { exact: true }).fill(GUEST.password)
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await guest.getByText(/or the password is not right/).waitFor()
}, 60_000)

test('a new password that was typed and not sent stays until the admin says otherwise', async () => {
  await admin.goto(`${house.url}/account/sessions`)
  await admin.getByRole('link', { name: 'Name and password' }).click()
  const typed = admin.getByLabel('New password', { exact: true })
  await typed.fill('eleven geese across the ice')
  await admin.getByText('Long enough').waitFor()
  await admin.goBack()
  await admin.getByRole('button', { name: 'Stay' }).click()
  expect(await typed.inputValue()).toBe('eleven geese across the ice')
  await admin.getByRole('link', { name: 'People' }).click()
  await admin.getByRole('button', { name: 'Leave without saving' }).click()
  await admin.waitForURL(`${house.url}/users**`)
}, 60_000)

test('the audit record tells the whole day in sentences', async () => {
  await admin.goto(`${house.url}/audit-events`)
  await admin
    .getByText(/disabled Ines Duarte/)
    .first()
    .waitFor()
  await admin.getByRole('button', { name: /verify/i }).click()
  await admin
    .getByText(/intact|nothing was changed|unbroken/i)
    .first()
    .waitFor()
}, 60_000)
