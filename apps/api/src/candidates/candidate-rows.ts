import type { Candidate, CustomFieldKind, CustomValues } from '@assay/contracts'
import type { Medium } from './contact-match.rules.ts'
import { valueOf } from './custom-value.rules.ts'

/** As the service knows it: times are Dates until the answer's schema writes them. */
export type CandidateRow = Omit<Candidate, 'createdAt' | 'updatedAt' | 'erasedAt'> & {
  createdAt: Date
  updatedAt: Date
  erasedAt: Date | null
}

export type Contact = { kind: string; value: string }

/** As SQL gives it. */
export type StoredCandidate = Omit<CandidateRow, 'emails' | 'phones' | 'links' | 'customValues'> & {
  contacts: (Contact & { medium: Medium })[]
  said: { fieldId: string; kind: CustomFieldKind; said: string }[]
}

export const COLUMNS = `
  c.id, c.name, c.preferred_name AS "preferredName", c.headline, c.company, c.location, c.source,
  c.created_at AS "createdAt", c.updated_at AS "updatedAt",
  c.erased_at AS "erasedAt", c.revision,
  CASE WHEN c.merged_into IS NOT NULL THEN (SELECT s.stands_for FROM candidate_search s
    WHERE s.organization_id = c.organization_id AND s.candidate_id = c.id) END AS "mergedInto",
  (SELECT coalesce(json_agg(t.tag ORDER BY t.position, t.folded), '[]') FROM candidate_tags t
    WHERE t.organization_id = c.organization_id AND t.candidate_id = c.id) AS tags,
  (SELECT coalesce(json_agg(json_build_object('medium', k.medium, 'kind', k.kind, 'value', k.value)
      ORDER BY k.position, k.value), '[]') FROM candidate_contacts k
    WHERE k.organization_id = c.organization_id AND k.candidate_id = c.id) AS contacts,
  (SELECT coalesce(json_agg(json_build_object('fieldId', f.id, 'kind', f.kind, 'said', coalesce(v.choice, v.value))
      ORDER BY v.position), '[]')
     FROM candidate_values v JOIN custom_fields f ON f.organization_id = v.organization_id AND f.id = v.field_id
    WHERE v.organization_id = c.organization_id AND v.candidate_id = c.id) AS said`

const contactsOf = (all: StoredCandidate['contacts'], wanted: Medium) =>
  all.filter(({ medium }) => medium === wanted).map(({ kind, value }) => ({ kind, value }))

export const rowOf = ({ contacts, said, ...facts }: StoredCandidate): CandidateRow =>
  ({
    ...facts,
    emails: contactsOf(contacts, 'email'),
    phones: contactsOf(contacts, 'phone'),
    links: contactsOf(contacts, 'link'),
    customValues: customValuesOf(said),
  }) as CandidateRow

const customValuesOf = (said: StoredCandidate['said']): CustomValues =>
  Object.fromEntries(
    [...Map.groupBy(said, ({ fieldId }) => fieldId)].map(([fieldId, rows]) => [
      fieldId,
      valueOf(
        rows[0]!.kind,
        rows.map((row) => row.said),
      ),
    ]),
  )
