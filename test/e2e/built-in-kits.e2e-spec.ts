import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AuditEvent, Competency, InterviewTemplate, VersionDiff } from '@assay/contracts'
import { competencies, interviewKits, kitsVersion } from '@assay/interview-kits'
import { BuiltInEditionService } from '../../apps/api/src/organizations/built-in-edition.service.ts'
import { withClient } from '../support/database.ts'
import type { HttpClient } from '../support/http-client.ts'
import { TEMPLATES, type Templates, templatesOf, VERSIONS } from '../support/interview-templates.ts'
import { type RunningHouse, startHouse } from '../support/running-house.ts'

let house: RunningHouse
let admin: HttpClient
let own: Templates

beforeAll(async () => {
  house = await startHouse()
  admin = await house.signedIn(house.north.admin)
  own = templatesOf(admin)
})
afterAll(() => house.stop())

const nextStart = async (): Promise<void> => {
  const edition = house.server.app.get(BuiltInEditionService, { strict: false })
  await edition.bringUpToDate()
  await edition.bringUpToDate()
}

/** As it stood when an older edition was installed here. */
const age = async (keys: readonly string[], instructions: string | null): Promise<void> =>
  withClient(house.database.superuserUrl, async (client) => {
    await client.query('SET session_replication_role = replica')
    const kits = 'organization_id = $1 AND key = ANY($2)'
    await client.query(`UPDATE interview_templates SET built_in_version = '2025.4' WHERE ${kits}`, [
      house.north.id,
      keys,
    ])
    if (instructions === null) return
    await client.query(
      `UPDATE interview_template_versions
          SET content = jsonb_set(content, '{instructions}', to_jsonb($3::text)), built_in_version = '2025.4'
        WHERE organization_id = $1 AND template_id IN (SELECT id FROM interview_templates WHERE ${kits})`,
      [house.north.id, keys, instructions],
    )
  })

const [first, second, third] = interviewKits.map(({ key }) => key) as [string, string, string]

test('a newer edition stands in a draft, over what people wrote nothing is put', async () => {
  const kit = interviewKits.find(({ key }) => key === first)!
  const words = competencies.find(({ key }) => key === kit.competencies[0])!
  const edited = await own.byKey<Competency>('competencies', words.key)
  await admin.patch(`/api/v1/competencies/${edited.id}`, { definition: 'Our own words.' }, edited.revision)
  await age([first], 'As it was said in 2025.')
  await nextStart()
  const { published, open } = await own.kit(first)
  expect(published).toMatchObject({ number: 1, status: 'published' })
  expect(open).toMatchObject([{ number: 2, status: 'draft', createdBy: null }])
  const draft = await own.version(open[0]!.id)
  expect(draft).toMatchObject({ builtInVersion: kitsVersion, gaps: [], basedOn: { id: published!.id } })
  // In this version the edition's words stand; the bank keeps those of the admin.
  expect(draft.draft!.competencies[0]).toEqual({
    competencyId: edited.id,
    overrides: { definition: words.definition },
  })
  expect((await own.byKey<Competency>('competencies', words.key)).definition).toBe('Our own words.')
  const diff = (await admin.get(`${VERSIONS}/${draft.id}/diff`)).json<VersionDiff>()
  expect(diff.differences).toMatchObject([
    { kind: 'changed', field: 'instructions', before: 'As it was said in 2025.', after: kit.instructions },
  ])
  expect(draft.may).toMatchObject({ edit: { allowed: true }, publish: { allowed: true } })
  const events = await own.all<AuditEvent>('audit-events', { action: 'organization.content_added' })
  expect(events.map(({ details }) => details)).toEqual([{ version: kitsVersion, entries: 0, versions: 1 }])
})

test('an edition that says the same makes no draft, and an archived template is let alone', async () => {
  await age([second], null)
  await admin.post(`${TEMPLATES}/${(await own.kit(third)).id}/archive`)
  await age([third], 'As it was said in 2025.')
  await nextStart()
  const archived = await own.all<InterviewTemplate>('interview-templates', { archived: true })
  const templates = [await own.kit(second), ...archived]
  expect(templates.map(({ key, open }) => [key, open])).toEqual([
    [second, []],
    [third, []],
  ])
})

test('a kit that is missing is published as for a new organization', async () => {
  const { id } = await own.kit(second)
  await withClient(house.database.superuserUrl, async (client) => {
    await client.query('SET session_replication_role = replica')
    await client.query('DELETE FROM interview_template_versions WHERE template_id = $1', [id])
    await client.query('DELETE FROM interview_templates WHERE id = $1', [id])
  })
  await nextStart()
  expect(await own.kit(second)).toMatchObject({ open: [], published: { number: 1, createdBy: null } })
})
