import {
  type AuditAction,
  chosenKinds,
  type CreateCustomField,
  type CustomField as CustomFieldShape,
  fold,
  type ListQuery,
  MAX_CUSTOM_FIELDS,
  type Page,
  sameJson,
  type UpdateCustomField,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { NotFound, RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import { CustomField } from './custom-field.entity.ts'
import { FieldInUse, FieldNameTaken, TooManyFields } from './custom-field.errors.ts'

/** As SQL gives it: times are Dates until the answer's schema writes them. */
export type CustomFieldRow = Omit<CustomFieldShape, 'createdAt' | 'updatedAt' | 'archivedAt'> & {
  createdAt: Date
  updatedAt: Date
  archivedAt: Date | null
}

const SELECT = `SELECT id, name, kind, choices, position, archived_at AS "archivedAt", created_at AS "createdAt",
  updated_at AS "updatedAt", revision FROM custom_fields WHERE organization_id = $1`

const SORT: Record<string, string> = { position: 'position', name: 'folded_name' }
const UNIQUE_VIOLATION = '23505'
/** A foreign key that restricts deletion; older servers than 18 call it a foreign key violation. */
const IN_USE = new Set(['23001', '23503'])

type Verb = 'created' | 'updated' | 'archived' | 'restored' | 'removed'

/** What an organization asks of candidates besides what everybody does. */
@Injectable()
export class CustomFieldsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  list({ sort, range, filter }: ListQuery<string, { archived?: boolean }>): Promise<Page<CustomFieldRow>> {
    return this.work.read(async () => {
      const all = await this.work.query<CustomFieldRow>(
        `${SELECT} AND (archived_at IS NOT NULL) = $2 ORDER BY ${SORT[sort[0]]} ${sort[1]}, id LIMIT $3 OFFSET $4`,
        [this.organizationId, filter.archived ?? false, range[1] - range[0] + 1, range[0]],
      )
      const [count] = await this.work.query<{ total: number }>(
        `SELECT count(*)::int AS total FROM custom_fields
          WHERE organization_id = $1 AND (archived_at IS NOT NULL) = $2`,
        [this.organizationId, filter.archived ?? false],
      )
      return { rows: all, total: count?.total ?? 0 }
    })
  }

  get(id: string): Promise<CustomFieldRow> {
    return this.work.readOnce(() => this.one(id))
  }

  /** Every field of the organization by its id, archived ones too: what they said stays readable. */
  async definitions(): Promise<Map<string, CustomFieldRow>> {
    const rows = await this.work.query<CustomFieldRow>(SELECT, [this.organizationId])
    return new Map(rows.map((row) => [row.id, row]))
  }

  async create({ name, kind, choices }: CreateCustomField): Promise<CustomFieldRow> {
    checkChoices(kind, choices)
    return this.work.run(async () => {
      const [last] = await this.work.query<{ live: number; position: number }>(
        `SELECT count(*) FILTER (WHERE archived_at IS NULL)::int AS live, coalesce(max(position), 0) AS position
           FROM custom_fields WHERE organization_id = $1`,
        [this.organizationId],
      )
      if ((last?.live ?? 0) >= MAX_CUSTOM_FIELDS) throw new TooManyFields()
      const id = newId()
      const facts = { name, foldedName: fold(name), kind, choices, position: (last?.position ?? 0) + 1 }
      await told(() =>
        this.work.repository(CustomField).insert({ ...facts, organizationId: this.organizationId, id }),
      )
      this.record('created', id)
      return this.one(id)
    })
  }

  async update(id: string, change: UpdateCustomField, seen: number): Promise<CustomFieldRow> {
    return this.work.run(async () => {
      const before = await this.one(id)
      if (before.revision !== seen) throw new RevisionConflict(before)
      const { name = before.name, choices = before.choices } = change
      if (name === before.name && sameJson(choices, before.choices)) return before
      checkChoices(before.kind, choices)
      await this.keepChosen(before, choices)
      await this.save(before, { name, foldedName: fold(name), choices })
      this.record('updated', id, { fields: Object.keys(change) })
      return this.one(id)
    })
  }

  archive(id: string): Promise<CustomFieldRow> {
    return this.move(id, 'archived', 'now()')
  }

  restore(id: string): Promise<CustomFieldRow> {
    return this.move(id, 'restored', 'NULL')
  }

  /** Only what nobody was ever described by. */
  async remove(id: string): Promise<void> {
    await this.work.run(async () => {
      const { name } = await this.one(id)
      await told(() => this.work.repository(CustomField).delete({ organizationId: this.organizationId, id }))
      this.record('removed', id, { name })
    })
  }

  /** All live fields, in their new order. */
  async arrange(ids: readonly string[]): Promise<void> {
    await this.work.run(async () => {
      const live = await this.work.query<{ id: string }>(
        'SELECT id FROM custom_fields WHERE organization_id = $1 AND archived_at IS NULL FOR UPDATE',
        [this.organizationId],
      )
      if (live.length !== ids.length || live.some(({ id }) => !ids.includes(id))) {
        throw new ValidationFailed({
          ids: 'These are not all the fields there are. Look again and arrange those.',
        })
      }
      await this.work.query(
        `UPDATE custom_fields f SET position = o.place FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, place)
          WHERE f.organization_id = $1 AND f.id = o.id`,
        [this.organizationId, ids],
      )
      this.audit.record({ action: 'custom_fields.arranged', subjectType: 'custom_field', subjectId: null })
    })
  }

  private async move(id: string, verb: 'archived' | 'restored', archivedAt: string): Promise<CustomFieldRow> {
    return this.work.run(async () => {
      const before = await this.one(id)
      if ((before.archivedAt !== null) === (verb === 'archived')) return before
      await this.save(before, { archivedAt: () => archivedAt })
      this.record(verb, id)
      return this.one(id)
    })
  }

  private async keepChosen({ id, choices }: CustomFieldRow, wanted: CustomFieldRow['choices']) {
    const gone = choices.filter((one) => wanted.every((other) => other.id !== one.id)).map((one) => one.id)
    if (gone.length === 0) return
    const [used] = await this.work.query(
      `SELECT FROM candidate_values WHERE organization_id = $1 AND field_id = $2 AND choice = ANY($3::text[]) LIMIT 1`,
      [this.organizationId, id, gone],
    )
    if (used) throw new FieldInUse('choice')
  }

  private async save({ id, revision }: CustomFieldRow, columns: object): Promise<void> {
    const { affected } = await told(() =>
      this.work
        .repository(CustomField)
        .update(
          { organizationId: this.organizationId, id, revision },
          { ...columns, revision: revision + 1, updatedAt: () => 'now()' },
        ),
    )
    if (!affected) throw new RevisionConflict(await this.one(id))
  }

  private async one(id: string): Promise<CustomFieldRow> {
    const [row] = await this.work.query<CustomFieldRow>(`${SELECT} AND id = $2`, [this.organizationId, id])
    if (!row) throw new NotFound()
    return row
  }

  private get organizationId(): string {
    return this.work.tenant.organizationId
  }

  private record(verb: Verb, id: string, details: Record<string, unknown> = {}): void {
    const action: AuditAction = `custom_field.${verb}`
    this.audit.record({ action, subjectType: 'custom_field', subjectId: id, details })
  }
}

const checkChoices = (kind: CustomFieldShape['kind'], choices: readonly unknown[]): void => {
  const isChosen = chosenKinds.includes(kind)
  if (isChosen && choices.length === 0) throw new ValidationFailed({ choices: 'Name at least one choice.' })
  if (!isChosen && choices.length > 0) {
    throw new ValidationFailed({ choices: 'A field of this kind has no choices.' })
  }
}

const told = async <T>(statement: () => Promise<T>): Promise<T> => {
  try {
    return await statement()
  } catch (error) {
    const { code } = (error as { driverError?: { code?: string } }).driverError ?? {}
    if (code === UNIQUE_VIOLATION) throw new FieldNameTaken()
    throw IN_USE.has(code ?? '') ? new FieldInUse('field') : error
  }
}
