import { filledColumns, type FilledColumn, type MergeGain } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { Candidate } from './candidate.entity.ts'
import type { CandidateRow } from './candidate-rows.ts'
import { sortable } from './search-words.rules.ts'

const TABLES = ['candidate_contacts', 'candidate_tags', 'candidate_values'] as const

/**
 * The rows of a merge. Nothing is moved: the one who stays gets copies that say where they came from, the other keeps
 * everything as it was. So undoing it is taking the copies away. Joins the caller's unit of work.
 */
@Injectable()
export class CandidateMergeRowsService {
  constructor(private readonly work: UnitOfWork) {}

  async copy(gain: MergeGain, kept: CandidateRow, other: CandidateRow): Promise<void> {
    const ids = [this.work.tenant.organizationId, kept.id, other.id]
    const contacts = [
      ...gain.emails.map(({ value }) => ['email', value] as const),
      ...gain.phones.map(({ value }) => ['phone', value] as const),
      ...gain.links.map(({ value }) => ['link', value] as const),
    ]
    await this.work.query(
      `INSERT INTO candidate_contacts
         (organization_id, candidate_id, medium, value, kind, matched, position, merged_from)
       SELECT $1, $2, k.medium, k.value, k.kind, k.matched, 1000 + k.position, $3
         FROM candidate_contacts k JOIN unnest($4::text[], $5::text[]) AS w(medium, value)
           ON w.medium = k.medium AND w.value = k.value
        WHERE k.organization_id = $1 AND k.candidate_id = $3 ON CONFLICT DO NOTHING`,
      [...ids, contacts.map(([medium]) => medium), contacts.map(([, value]) => value)],
    )
    await this.work.query(
      `INSERT INTO candidate_tags (organization_id, candidate_id, folded, tag, position, merged_from)
       SELECT $1, $2, t.folded, t.tag, 1000 + t.position, $3 FROM candidate_tags t
        WHERE t.organization_id = $1 AND t.candidate_id = $3 AND t.folded = ANY($4::text[]) ON CONFLICT DO NOTHING`,
      [...ids, gain.tags.map(sortable)],
    )
    await this.work.query(
      `INSERT INTO candidate_values (organization_id, candidate_id, field_id, position, choice, value, merged_from)
       SELECT $1, $2, v.field_id, v.position, v.choice, v.value, $3 FROM candidate_values v
        WHERE v.organization_id = $1 AND v.candidate_id = $3 AND v.field_id = ANY($4::uuid[]) ON CONFLICT DO NOTHING`,
      [...ids, Object.keys(gain.customValues)],
    )
    await this.fill(kept.id, Object.fromEntries(gain.filled.map((column) => [column, other[column]])))
  }

  /** Takes away what came from the other and is still there; gives what that was. */
  async takeBack(kept: CandidateRow, other: CandidateRow, filled: readonly string[]): Promise<MergeGain> {
    const ids = [this.work.tenant.organizationId, kept.id, other.id]
    const gone = { candidate_contacts: [], candidate_tags: [], candidate_values: [] } as Record<
      (typeof TABLES)[number],
      Record<string, string>[]
    >
    for (const table of TABLES) {
      gone[table] = await this.work.query(
        `DELETE FROM ${table} WHERE organization_id = $1 AND candidate_id = $2 AND merged_from = $3 RETURNING *`,
        ids,
      )
    }
    const emptied = filledColumns.filter(
      (column) => filled.includes(column) && kept[column] === other[column],
    )
    await this.fill(kept.id, Object.fromEntries(emptied.map((column) => [column, null])))
    const contacts = (medium: string) =>
      gone.candidate_contacts.filter((row) => row['medium'] === medium) as never[]
    return {
      emails: contacts('email'),
      phones: contacts('phone'),
      links: contacts('link'),
      tags: gone.candidate_tags.map(({ tag = '' }) => tag),
      customValues: Object.fromEntries(gone.candidate_values.map((row) => [row['field_id'], true])),
      filled: emptied,
    }
  }

  /** Counts as a change of the one who stays, and of the other. */
  async touch(id: string, columns: { mergedInto?: string | null } = {}): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work
      .repository(Candidate)
      .update(
        { organizationId, id },
        { ...columns, revision: () => 'revision + 1', updatedAt: () => 'now()' },
      )
  }

  private async fill(id: string, columns: Partial<Record<FilledColumn, string | null>>): Promise<void> {
    if (Object.keys(columns).length === 0) return
    const { source } = columns
    const folded = source === undefined ? {} : { foldedSource: source === null ? null : sortable(source) }
    const { organizationId } = this.work.tenant
    // The merge counts as one change, not as two.
    await this.work
      .repository(Candidate)
      .update({ organizationId, id }, { ...columns, ...folded, revision: () => 'revision' })
  }
}
