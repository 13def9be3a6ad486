import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Invitation } from '@assay/contracts'
import { withClient } from '../support/database.ts'
import { type Mailbox, startMailbox } from '../support/mailbox.ts'
import { PASSWORD, type RunningHouse, startHouse } from '../support/running-house.ts'

let mailbox: Mailbox
let house: RunningHouse

beforeAll(async () => {
  mailbox = await startMailbox()
  house = await startHouse({ settings: { mail: { smtpUrl: mailbox.url, from: 'assay@north.example' } } })
})
afterAll(async () => {
  await house.stop()
  await mailbox.stop()
})

/** The text of a mail, its quoted-printable undone. */
const textOf = (raw: string): string =>
  raw
    .slice(raw.indexOf('\r\n\r\n'))
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const tokenIn = (raw: string): string => /#token=([\w-]+)/.exec(textOf(raw))![1]!

test('an invitation is sent to the person, with a link that works', async () => {
  const admin = await house.signedIn(house.north.admin)
  const answer = await admin.post('/api/v1/invitations', {
    name: 'Ines Duarte',
    email: 'ines@north.example',
    role: 'interviewer',
  })
  expect(answer.json<Invitation>().mailed).toBe(true)
  const mail = await mailbox.mailTo('ines@north.example')
  expect(mail.raw).toMatch(/^Subject: You are invited to Northwind on Assay/m)
  const accepted = await house.client().post('/api/v1/invitations/accept', {
    token: tokenIn(mail.raw),
    password: 'seven lamps above the harbour',
  })
  expect(accepted.status).toBe(201)
})

test('a forgotten password is sent to people who are there, and to nobody else', async () => {
  await house.client().post('/api/v1/password-resets', { email: 'nobody@north.example' })
  await house.client().post('/api/v1/password-resets', { email: house.north.recruiter.email })
  const mail = await mailbox.mailTo(house.north.recruiter.email)
  expect(mailbox.mails).toEqual([])
  const reset = await house.client().post('/api/v1/password-resets/accept', {
    token: tokenIn(mail.raw),
    password: 'violet tractors hum at dusk',
  })
  expect(reset.status).toBe(204)
})

test('somebody whose refresh token was used a second time is told', async () => {
  const owner = await house.signedIn(house.north.hiring_manager)
  const thief = owner.copy()
  await owner.post('/api/v1/sessions/refresh')
  await withClient(house.database.ownerUrl, (client) =>
    client.query(
      "UPDATE refresh_tokens SET used_at = used_at - interval '11 seconds' WHERE used_at IS NOT NULL",
    ),
  )
  await thief.post('/api/v1/sessions/refresh')
  expect((await mailbox.mailTo(house.north.hiring_manager.email)).raw).toMatch(
    /^Subject: A session of yours was ended/m,
  )
})

test('S-36 names and text that look like headers or templates stay one header and plain text', async () => {
  const admin = await house.signedIn(house.south.admin)
  const organization = (await admin.get('/api/v1/organization')).json<{ revision: number }>()
  await admin.patch(
    '/api/v1/organization',
    { name: '${7*7} {{constructor}} Bcc: all@south.example' },
    organization.revision,
  )
  await admin.post('/api/v1/invitations', {
    name: '"x" <everybody@south.example>, <%= 7*7 %>',
    email: 'guest@south.example',
    role: 'interviewer',
  })
  const mail = await mailbox.mailTo('guest@south.example')
  expect(mail.to).toEqual(['guest@south.example'])
  const headers = mail.raw.slice(0, mail.raw.indexOf('\r\n\r\n'))
  expect(headers).not.toMatch(/^(Bcc|Cc):/im)
  expect(headers.match(/^To:/gm)).toHaveLength(1)
  expect(textOf(mail.raw)).toContain('${7*7} {{constructor}} Bcc: all@south.example')
})

test('F-19 a mail server that is gone holds nothing up', async () => {
  const other = await startHouse({
    settings: { mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'assay@north.example' } },
  })
  try {
    const admin = await other.signedIn(other.north.admin)
    const answer = await admin.post('/api/v1/invitations', {
      name: 'Late',
      email: 'late@north.example',
      role: 'interviewer',
    })
    expect(answer.status).toBe(201)
    expect(answer.json<Invitation>().link).toContain('#token=')
    expect(
      (await other.client().post('/api/v1/sessions', { email: other.north.admin.email, password: PASSWORD }))
        .status,
    ).toBe(201)
  } finally {
    await other.stop()
  }
})
