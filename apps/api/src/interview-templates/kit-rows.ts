import { fold, type VersionContent, type VersionDraft } from '@assay/contracts'
import { type InterviewKit, kitsVersion } from '@assay/interview-kits'

/** A built-in kit about to become a published template. */
export interface KitRow {
  kit: InterviewKit
  templateId: string
  versionId: string
  draft: VersionDraft
  content: VersionContent
}

interface Seed {
  /** Takes the organization and the rows as JSON. */
  statement: string
  values: readonly object[]
}

const use = (table: string, column: string, values: readonly object[]): Seed => ({
  statement: `INSERT INTO ${table} (organization_id, version_id, ${column})
    SELECT $1, r.version, r.used FROM jsonb_to_recordset($2::jsonb) AS r(version uuid, used uuid)`,
  values,
})

const used = (rows: readonly KitRow[], entries: (content: VersionContent) => readonly { id: string }[]) =>
  rows.flatMap(({ versionId: version, content }) => entries(content).map(({ id }) => ({ version, used: id })))

/** The kits as rows, a statement per table: templates, drafts, what they use, and then the step to published. */
export const seedStatements = (rows: readonly KitRow[]): Seed[] => [
  {
    statement: `INSERT INTO interview_templates
      (organization_id, id, key, built_in_version, name, purpose, folded_name, search_text)
      SELECT $1, r.id, r.key, '${kitsVersion}', r.name, r.purpose, r.folded, r.search
        FROM jsonb_to_recordset($2::jsonb)
          AS r(id uuid, key text, name text, purpose text, folded text, search text)`,
    values: rows.map(({ templateId: id, kit: { key, name, purpose } }) => {
      return { id, key, name, purpose, folded: fold(name), search: fold(`${name}\n${purpose}`) }
    }),
  },
  {
    statement: `INSERT INTO interview_template_versions
      (organization_id, id, template_id, number, draft, note, built_in_version)
      SELECT $1, r.id, r.template, 1, r.draft, r.note, '${kitsVersion}'
        FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, template uuid, draft jsonb, note text)`,
    values: rows.map(({ versionId: id, templateId: template, draft }) => {
      const note = `The built-in kit, edition ${kitsVersion}.`
      return { id, template, draft, note }
    }),
  },
  use(
    'version_competencies',
    'competency_id',
    used(rows, ({ competencies }) => competencies),
  ),
  use(
    'version_structures',
    'structure_id',
    used(rows, ({ structures }) => structures),
  ),
  use(
    'version_signals',
    'signal_id',
    used(rows, ({ signals }) => signals),
  ),
  {
    statement: `INSERT INTO version_questions (organization_id, version_id, question_id, minutes)
      SELECT $1, r.version, r.used, r.minutes
        FROM jsonb_to_recordset($2::jsonb) AS r(version uuid, used uuid, minutes int)`,
    values: rows.flatMap(({ versionId: version, content }) =>
      content.sections.flatMap(({ questions }) =>
        questions.map(({ id, minutes }) => ({ version, used: id, minutes })),
      ),
    ),
  },
  {
    statement: `UPDATE interview_template_versions v
        SET status = 'published', content = r.content, published_at = now()
       FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, content jsonb)
      WHERE v.organization_id = $1 AND v.id = r.id`,
    values: rows.map(({ versionId: id, content }) => ({ id, content })),
  },
]
