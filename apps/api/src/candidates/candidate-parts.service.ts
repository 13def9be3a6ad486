import type { CustomValue } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { CustomFieldsService } from '../custom-fields/custom-fields.service.ts'
import { ValidationFailed } from '../http/http.errors.ts'
import type { Contact } from './candidate-rows.ts'
import { matchedOf, type Medium } from './contact-match.rules.ts'
import { checkValue, type StoredValue } from './custom-value.rules.ts'
import { sortable } from './search-words.rules.ts'

export interface CandidateParts {
  emails?: readonly Contact[] | undefined
  phones?: readonly Contact[] | undefined
  links?: readonly Contact[] | undefined
  tags?: readonly string[] | undefined
}

/** By field: the rows of its value; none where it is taken away. */
export type StoredValues = ReadonlyMap<string, readonly StoredValue[]>

const MEDIA = { emails: 'email', phones: 'phone', links: 'link' } as const satisfies Record<string, Medium>

/**
 * The rows that belong to a candidate: contacts, tags, custom values. What was there before keeps where it came from.
 * Joins the caller's unit of work.
 */
@Injectable()
export class CandidatePartsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly fields: CustomFieldsService,
  ) {}

  /** Refuses values that do not fit their field, each by name. Null takes a value away. */
  async checkValues(given: Record<string, CustomValue | null>): Promise<StoredValues> {
    const entries = Object.entries(given)
    if (entries.length === 0) return new Map()
    const fields = await this.fields.definitions()
    const problems: Record<string, string> = {}
    const stored = new Map<string, readonly StoredValue[]>()
    for (const [name, value] of entries) {
      const field = fields.get(name.toLowerCase())
      const refuse = (because: string): void => void (problems[`customValues.${name}`] = because)
      if (!field) refuse('There is no such field.')
      else if (value === null) stored.set(field.id, [])
      else if (field.archivedAt !== null) refuse('This field is archived: it takes no new value.')
      else {
        const checked = checkValue(field, value)
        if (checked.fits) stored.set(field.id, checked.rows)
        else refuse(checked.because)
      }
    }
    if (Object.keys(problems).length > 0) throw new ValidationFailed(problems)
    return stored
  }

  async write(candidateId: string, parts: CandidateParts): Promise<void> {
    for (const [name, medium] of Object.entries(MEDIA)) {
      const contacts = parts[name as keyof typeof MEDIA]
      if (contacts) await this.writeContacts(candidateId, medium, contacts)
    }
    if (parts.tags) await this.writeTags(candidateId, parts.tags)
  }

  async writeValues(candidateId: string, values: StoredValues): Promise<void> {
    if (values.size === 0) return
    await this.work.query(
      'DELETE FROM candidate_values WHERE organization_id = $1 AND candidate_id = $2 AND field_id = ANY($3::uuid[])',
      [...this.owner(candidateId), [...values.keys()]],
    )
    const rows = [...values].flatMap(([fieldId, said]) =>
      said.map((row, position) => ({ fieldId, position, ...row })),
    )
    await this.work.query(
      `INSERT INTO candidate_values (organization_id, candidate_id, field_id, position, choice, value)
       SELECT $1, $2, r."fieldId", r.position, r.choice, r.value FROM jsonb_to_recordset($3::jsonb)
         AS r("fieldId" uuid, position int, choice text, value text)`,
      [...this.owner(candidateId), JSON.stringify(rows)],
    )
  }

  private async writeContacts(
    candidateId: string,
    medium: Medium,
    contacts: readonly Contact[],
  ): Promise<void> {
    const owner = [...this.owner(candidateId), medium]
    await this.work.query(
      `DELETE FROM candidate_contacts
        WHERE organization_id = $1 AND candidate_id = $2 AND medium = $3 AND value <> ALL($4::text[])`,
      [...owner, contacts.map(({ value }) => value)],
    )
    const rows = contacts.map(({ kind, value }, position) => {
      return { kind, value, matched: matchedOf(medium, value), position }
    })
    await this.work.query(
      `INSERT INTO candidate_contacts (organization_id, candidate_id, medium, kind, value, matched, position)
       SELECT $1, $2, $3, r.kind, r.value, r.matched, r.position FROM jsonb_to_recordset($4::jsonb)
         AS r(kind text, value text, matched text, position int)
       ON CONFLICT (organization_id, candidate_id, medium, value) DO UPDATE
         SET kind = excluded.kind, matched = excluded.matched, position = excluded.position`,
      [...owner, JSON.stringify(rows)],
    )
  }

  private async writeTags(candidateId: string, tags: readonly string[]): Promise<void> {
    const rows = tags.map((tag, position) => ({ tag, folded: sortable(tag), position }))
    await this.work.query(
      'DELETE FROM candidate_tags WHERE organization_id = $1 AND candidate_id = $2 AND folded <> ALL($3::text[])',
      [...this.owner(candidateId), rows.map(({ folded }) => folded)],
    )
    await this.work.query(
      `INSERT INTO candidate_tags (organization_id, candidate_id, tag, folded, position)
       SELECT DISTINCT ON (r.folded) $1::uuid, $2::uuid, r.tag, r.folded, r.position
         FROM jsonb_to_recordset($3::jsonb) AS r(tag text, folded text, position int) ORDER BY r.folded, r.position
       ON CONFLICT (organization_id, candidate_id, folded) DO UPDATE
         SET tag = excluded.tag, position = excluded.position`,
      [...this.owner(candidateId), JSON.stringify(rows)],
    )
  }

  private owner(candidateId: string): [string, string] {
    return [this.work.tenant.organizationId, candidateId]
  }
}
