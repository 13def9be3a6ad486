import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { withClient } from '../support/database.ts'
import { runProgram } from '../support/run-program.ts'
import { PASSWORD, type RunningHouse, SECRET, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let environment: Record<string, string>

beforeAll(async () => {
  house = await startHouse()
  environment = {
    DATABASE_URL: house.database.ownerUrl,
    ASSAY_APPLICATION_DATABASE_URL: house.database.applicationUrl,
    ASSAY_SECRET: SECRET,
    ASSAY_PUBLIC_URL: house.url,
  }
})
afterAll(() => house.stop())

const cli = (...rest: string[]) => runProgram('cli', rest, environment)

const asSuperuser = (sql: string) =>
  withClient(house.database.superuserUrl, (client) => client.query(sql).then(() => undefined))

test('a further organization is made beside the running server; its admin sets a password and signs in', async () => {
  const made = await cli(
    'create-organization',
    '--name',
    'Zephyr',
    '--admin-name',
    'Zoe',
    '--admin-email',
    'zoe@zephyr.example',
  )
  expect([made.exitCode, made.errors]).toEqual([0, ''])
  const token = /#token=(\S+)/.exec(made.output)![1]
  const zoe = house.client()
  expect((await zoe.post('/api/v1/invitations/accept', { token, password: PASSWORD })).status).toBe(201)
  expect((await zoe.get('/api/v1/organization')).json()).toMatchObject({ name: 'Zephyr' })
})

test('an admin is invited to an organization that has lost its own; an unknown organization is refused', async () => {
  const invited = await cli(
    'create-admin',
    '--organization',
    house.south.id,
    '--name',
    'Ari',
    '--email',
    'ari@south.example',
  )
  expect([invited.exitCode, invited.errors]).toEqual([0, ''])
  const unknown = await cli(
    'create-admin',
    '--organization',
    '0197a000-0000-7000-8000-00000000dead',
    '--name',
    'X',
    '--email',
    'x@x.example',
  )
  expect([unknown.exitCode, unknown.errors.split('\n')[0]]).toEqual([
    78,
    'There is no organization 0197a000-0000-7000-8000-00000000dead here: "doctor" lists them.',
  ])
})

test('what is wrong with the words of a command is told in lines', async () => {
  const wrong = await cli(
    'create-organization',
    '--name',
    ' ',
    '--admin-name',
    'Zoe',
    '--admin-email',
    'nobody',
  )
  expect(wrong.exitCode).toBe(78)
  expect(wrong.errors).toContain('name: Please fill this in.')
  expect(wrong.errors).toContain('adminEmail: This is not an e-mail address.')
  expect(wrong.errors).not.toContain('at ')
})

test('doctor tells what is there, without any secret', async () => {
  const told = await cli('doctor')
  expect(told.output).toContain('organization')
  expect(told.output).toContain('everything answers')
  expect(told.output).not.toContain(SECRET)
  expect(told.output).not.toContain('for-tests-only')
})

describe('S-42 tampering with the record', () => {
  let heads: string

  beforeAll(async () => {
    for (let round = 0; round < 4; round += 1) await house.signedIn(house.north.admin)
    const kept = await cli('audit:head')
    heads = join(mkdtempSync(join(tmpdir(), 'assay-heads-')), 'heads.jsonl')
    writeFileSync(heads, kept.output)
    await asSuperuser(
      'CREATE TABLE kept_events AS TABLE audit_events; CREATE TABLE kept_heads AS TABLE audit_heads',
    )
  })

  const verdictAfter = async (tamper: string) => {
    await asSuperuser(tamper)
    try {
      return await cli('audit:verify', '--heads', heads)
    } finally {
      await asSuperuser(
        'DELETE FROM audit_events; INSERT INTO audit_events TABLE kept_events; DELETE FROM audit_heads; INSERT INTO audit_heads TABLE kept_heads',
      )
    }
  }

  const north = (): string => `organization_id = '${house.north.id}'`

  test('an untouched record is intact', async () => {
    const verdict = await cli('audit:verify', '--heads', heads)
    expect([verdict.exitCode, verdict.output.includes('TAMPERED')]).toEqual([0, false])
  })

  test("the application's role can neither change nor remove nor forge an entry", async () => {
    await withClient(house.database.applicationUrl, async (client) => {
      for (const statement of [
        "UPDATE audit_events SET canonical = '{}'",
        'DELETE FROM audit_events',
        'TRUNCATE audit_events',
        `INSERT INTO audit_events SELECT * FROM audit_events`,
        'UPDATE audit_heads SET sequence = 0',
      ]) {
        await expect(client.query(statement)).rejects.toThrow(/permission denied/)
      }
    })
  })

  test.each<[string, () => string, RegExp]>([
    [
      'a changed text',
      () =>
        `UPDATE audit_events SET canonical = replace(canonical, '"details":{}', '"details":{"x":1}') WHERE ${north()} AND sequence = 1`,
      /altered: the text of entry 1/,
    ],
    [
      'a changed time',
      () => `UPDATE audit_events SET at = at - interval '1 day' WHERE ${north()} AND sequence = 1`,
      /altered: the text of entry 1/,
    ],
    [
      'a removed entry',
      () => `DELETE FROM audit_events WHERE ${north()} AND sequence = 3`,
      /missing: entry 3 is missing/,
    ],
    [
      'a cut tail with a fitting head row',
      () =>
        `DELETE FROM audit_events WHERE ${north()}; UPDATE audit_heads SET sequence = 0, hash = decode(repeat('00', 32), 'hex') WHERE ${north()}`,
      /tail_cut/,
    ],
    [
      'a wholly rewritten chain with a fitting head row',
      () =>
        `DO $$ DECLARE entry record; before bytea := decode(repeat('00', 32), 'hex'); link bytea; words text; BEGIN
           FOR entry IN SELECT * FROM audit_events WHERE ${north()} ORDER BY sequence LOOP
             words := replace(entry.canonical, '"details":{', '"details":{"rewritten":true,');
             words := replace(words, ',}', '}');
             link := sha256(convert_to(concat_ws(E'\n', encode(before, 'hex'), entry.sequence::text, entry.organization_id::text,
               to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), words), 'UTF8'));
             UPDATE audit_events SET canonical = words, previous_hash = before, hash = link
               WHERE ${north()} AND sequence = entry.sequence;
             before := link;
           END LOOP;
           UPDATE audit_heads SET hash = before WHERE ${north()};
         END $$`,
      /rewritten/,
    ],
    [
      'a removed head row',
      () => `DELETE FROM audit_heads WHERE ${north()}`,
      /missing: the head row is gone|tail_cut/,
    ],
  ])('%s is found and named', async (_what, tamper, finding) => {
    const verdict = await verdictAfter(tamper())
    expect([verdict.exitCode, verdict.output]).toEqual([1, expect.stringMatching(finding)])
  })

  test('a forged head is not believed', async () => {
    const [line] = (await cli('audit:head')).output.split('\n')
    const forged = join(mkdtempSync(join(tmpdir(), 'assay-heads-')), 'forged.jsonl')
    writeFileSync(forged, JSON.stringify({ ...(JSON.parse(line!) as object), sequence: 99 }))
    const verdict = await cli('audit:verify', '--heads', forged)
    expect([verdict.exitCode, verdict.output]).toEqual([1, expect.stringMatching(/bad_signature/)])
  })
})
