import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type InterviewTemplateVersion, type VersionStatus, versionStatuses } from '@assay/contracts'
import { interviewKits } from '@assay/interview-kits'
import { Client } from 'pg'
import { transitions } from '../../apps/api/src/interview-templates/version-status.rules.ts'
import { type Templates, templatesOf } from '../support/interview-templates.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

/** The database's own guard, met with the role that the application has, past all code of the application. */
let house: RunningHouse
let own: Templates
let client: Client

beforeAll(async () => {
  house = await startHouse()
  own = templatesOf(await house.signedIn(house.north.admin))
  client = new Client({ connectionString: house.database.applicationUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await house.stop()
})

const KIT = interviewKits[0]!.key
let made = 0

/** A version in the wanted state, led there by the API. */
const versionIn = async (status: VersionStatus): Promise<InterviewTemplateVersion> => {
  const draft = await own.clone(KIT, `Guarded ${(made += 1)}`)
  if (status === 'in_review') await own.step(draft.id, 'submit-for-review', { note: 'Look.' })
  if (status === 'published' || status === 'retired') await own.step(draft.id, 'publish', { note: 'Out.' })
  if (status === 'retired') await own.step(draft.id, 'retire')
  return own.version(draft.id)
}

/** What the server says to a statement, as the application in this organization; everything is taken back. */
const attempt = async (statement: string, values: unknown[]): Promise<string> => {
  await client.query('BEGIN')
  try {
    await client.query("SELECT set_config('assay.organization_id', $1, true)", [house.north.id])
    const { rowCount } = await client.query(statement, values)
    return `done: ${rowCount}`
  } catch (error) {
    return (error as { code: string }).code
  } finally {
    await client.query('ROLLBACK')
  }
}

const REFUSED = '23001'
/** Whatever a status needs beside it, so that nothing but the guard can refuse. */
const COMPLETE = `
  content = CASE WHEN $2 = 'draft' THEN NULL ELSE coalesce(content, '{}') END,
  submitted_at = coalesce(submitted_at, CASE WHEN $2 = 'in_review' THEN now() END),
  published_at = CASE WHEN $2 IN ('published', 'retired') THEN coalesce(published_at, now()) END,
  retired_at = CASE WHEN $2 = 'retired' THEN coalesce(retired_at, now()) END`

test('the database takes exactly the steps of the transition table', async () => {
  for (const from of versionStatuses) {
    const { id } = await versionIn(from)
    const allowed = Object.values(transitions[from])
    for (const to of versionStatuses.filter((status) => status !== from)) {
      const said = await attempt(
        `UPDATE interview_template_versions SET status = $2, ${COMPLETE} WHERE id = $1`,
        [id, to],
      )
      expect([from, to, said]).toEqual([from, to, allowed.includes(to) ? 'done: 1' : REFUSED])
    }
  }
})

describe.each(['in_review', 'published', 'retired'] as const)('a version that is %s', (status) => {
  let version: InterviewTemplateVersion
  beforeAll(async () => {
    version = await versionIn(status)
  })

  test.each([
    ['its words', `content = jsonb_set(content, '{instructions}', '"Forged."')`],
    ['its draft', `draft = jsonb_set(draft, '{instructions}', '"Forged."')`],
    ['its number', 'number = number + 100'],
    ['its template', 'template_id = (SELECT id FROM interview_templates WHERE id <> template_id LIMIT 1)'],
    ['who began it', 'created_by = NULL'],
  ])('keeps %s', async (_what, change) => {
    const said = await attempt(`UPDATE interview_template_versions SET ${change} WHERE id = $1`, [version.id])
    expect(said).toBe(REFUSED)
  })

  test.each(['version_competencies', 'version_questions', 'version_structures', 'version_signals'])(
    'keeps its %s',
    async (table) => {
      expect(await attempt(`DELETE FROM ${table} WHERE version_id = $1`, [version.id])).toBe(REFUSED)
    },
  )

  test('gets no further question, and no other minutes', async () => {
    const added = await attempt(
      `INSERT INTO version_questions (organization_id, version_id, question_id)
       SELECT organization_id, $1, id FROM questions
        WHERE id NOT IN (SELECT question_id FROM version_questions WHERE version_id = $1) LIMIT 1`,
      [version.id],
    )
    const minutes = await attempt('UPDATE version_questions SET minutes = 1 WHERE version_id = $1', [
      version.id,
    ])
    expect([added, minutes]).toEqual([REFUSED, REFUSED])
  })

  test('is not deleted', async () => {
    expect(await attempt('DELETE FROM interview_template_versions WHERE id = $1', [version.id])).toBe(REFUSED)
  })
})

test.each(['note', 'published_by', 'published_at', 'return_note'])(
  'what is said about a published version stays: %s',
  async (column) => {
    const { id } = await versionIn('published')
    const value = { note: "'Other.'", return_note: "'Other.'", published_by: 'NULL', published_at: 'now()' }
    const said = await attempt(
      `UPDATE interview_template_versions SET ${column} = ${value[column as keyof typeof value]} WHERE id = $1`,
      [id],
    )
    expect(said).toBe(REFUSED)
  },
)

test('no version begins as anything but a draft', async () => {
  const { templateId } = await versionIn('draft')
  const said = await attempt(
    `INSERT INTO interview_template_versions
       (organization_id, id, template_id, number, status, draft, content, published_at)
     VALUES ($1, gen_random_uuid(), $2, 99, 'published', '{}', '{}', now())`,
    [house.north.id, templateId],
  )
  expect(said).toBe(REFUSED)
})

test('an entry that a published version uses is not deleted from the bank', async () => {
  const version = await versionIn('published')
  const said = await attempt('DELETE FROM competencies WHERE id = $1', [version.content!.competencies[0]!.id])
  expect([REFUSED, '23503']).toContain(said)
})

test('a draft is written on and deleted: the guard is not a wall without a door', async () => {
  const { id } = await versionIn('draft')
  const written = await attempt(
    `UPDATE interview_template_versions SET draft = jsonb_set(draft, '{instructions}', '"Ours."') WHERE id = $1`,
    [id],
  )
  const deleted = await attempt('DELETE FROM interview_template_versions WHERE id = $1', [id])
  expect([written, deleted]).toEqual(['done: 1', 'done: 1'])
})
