import { type AuditAction, fold, type ListQuery, type Page } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { isDeepStrictEqual } from 'node:util'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import type { BankEntry } from './bank-entry.entity.ts'
import type { BankFilter, BankKind, BankRow } from './bank-kind.ts'
import { BankQueries } from './bank.queries.ts'
import { BuiltInStays, EntryInUse, NameTaken } from './question-bank.errors.ts'

export type { BankFilter, BankKind, BankRow } from './bank-kind.ts'
export { BankQueries } from './bank.queries.ts'

const UNIQUE_VIOLATION = '23505'
/** A foreign key that restricts deletion; older servers than 18 call it a foreign key violation. */
const IN_USE = new Set(['23001', '23503'])

type Verb = 'created' | 'updated' | 'archived' | 'restored' | 'removed'

/** What every kind of entry goes through. A kind adds its references and the rows it is linked with. */
@Injectable()
export abstract class BankEntriesService<Row extends BankRow, Facts extends object> {
  protected abstract readonly kind: BankKind

  constructor(
    protected readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: BankQueries,
  ) {}

  list(query: ListQuery<string, BankFilter>): Promise<Page<Row>> {
    return this.work.read(() => this.queries.page<Row>(this.kind, query))
  }

  get(id: string): Promise<Row> {
    return this.work.readOnce(() => this.queries.one<Row>(this.kind, id))
  }

  async create(facts: Facts, id: string = newId()): Promise<Row> {
    return this.work.run(async () => {
      await this.check(facts, null)
      const { organizationId } = this.work.tenant
      const columns = { ...this.columnsOf(facts), ...this.folded(facts), organizationId, id }
      await this.write(() => this.repository().insert(columns as never))
      await this.link(id, facts)
      this.record('created', id)
      return this.one(id)
    })
  }

  async update(id: string, change: Partial<Facts>, seen: number): Promise<Row> {
    return this.work.run(async () => {
      const before = await this.one(id)
      if (before.revision !== seen) throw new RevisionConflict(before)
      const changed = differing(before, change)
      const fields = Object.keys(changed)
      if (fields.length === 0) return before
      await this.check(changed, before)
      const columns = { ...this.columnsOf(changed), ...this.folded({ ...before, ...changed }) }
      await this.save(id, seen, columns)
      await this.link(id, changed)
      this.record('updated', id, { fields })
      return this.one(id)
    })
  }

  /** Kept where it is used already, no longer offered for anything new. */
  archive(id: string): Promise<Row> {
    return this.move(id, 'archived', (before) => before.archivedAt === null, 'now()')
  }

  restore(id: string): Promise<Row> {
    return this.move(id, 'restored', (before) => before.archivedAt !== null, 'NULL')
  }

  /** Only what nothing ever used, and what people here wrote: the rest is archived. */
  async remove(id: string): Promise<void> {
    await this.work.run(async () => {
      const before = await this.one(id)
      if (before.key !== null) throw new BuiltInStays()
      const { organizationId } = this.work.tenant
      await this.write(() => this.repository().delete({ organizationId, id }))
      const name = (before as unknown as Record<string, string>)[this.kind.nameField]
      this.record('removed', id, { name })
    })
  }

  /** Refuses references that lead nowhere. */
  protected async check(_facts: Partial<Facts>, _before: Row | null): Promise<void> {
    await Promise.resolve()
  }

  /** Writes the rows of other tables that the facts name. */
  protected async link(_id: string, _facts: Partial<Facts>): Promise<void> {
    await Promise.resolve()
  }

  /** What was linked before may stay, archived or not; anything new must be live and of this organization. */
  protected async checkReferences(
    field: string,
    target: { table: string; column: 'id' | 'key' },
    references: { wanted: readonly string[]; before: readonly string[] },
  ): Promise<void> {
    const added = references.wanted.filter((one) => !references.before.includes(one))
    if (added.length === 0) return
    if ((await this.queries.countLive(target.table, target.column, added)) === added.length) return
    throw new ValidationFailed({ [field]: 'One of these does not exist here, or is archived.' })
  }

  private async move(
    id: string,
    verb: Verb,
    isDue: (before: Row) => boolean,
    archivedAt: string,
  ): Promise<Row> {
    return this.work.run(async () => {
      const before = await this.one(id)
      if (!isDue(before)) return before
      await this.save(id, before.revision, { archivedAt: () => archivedAt })
      this.record(verb, id)
      return this.one(id)
    })
  }

  private async save(id: string, seen: number, columns: object): Promise<void> {
    const { organizationId } = this.work.tenant
    const { affected } = await this.write(() =>
      this.repository().update(
        { organizationId, id, revision: seen },
        {
          ...columns,
          revision: seen + 1,
          updatedAt: () => 'now()',
        },
      ),
    )
    if (!affected) throw new RevisionConflict(await this.one(id))
  }

  private async write<T>(statement: () => Promise<T>): Promise<T> {
    try {
      return await statement()
    } catch (error) {
      const { code } = (error as { driverError?: { code?: string } }).driverError ?? {}
      if (code === UNIQUE_VIOLATION) throw new NameTaken(this.kind.nameField)
      throw IN_USE.has(code ?? '') ? new EntryInUse() : error
    }
  }

  private one(id: string): Promise<Row> {
    return this.queries.one<Row>(this.kind, id)
  }

  private repository() {
    return this.work.repository<BankEntry>(this.kind.entity)
  }

  private columnsOf(facts: object): Record<string, unknown> {
    const linked = this.kind.linked ?? []
    return Object.fromEntries(Object.entries(facts).filter(([field]) => !linked.includes(field)))
  }

  private folded(facts: object): { foldedName: string; searchText: string } {
    const texts = facts as Record<string, string>
    const { nameField, searched } = this.kind
    return {
      foldedName: fold(texts[nameField] ?? ''),
      searchText: fold(searched.map((field) => texts[field] ?? '').join('\n')),
    }
  }

  private record(verb: Verb, id: string, details: Record<string, unknown> = {}): void {
    const { subject } = this.kind
    if (subject) {
      this.audit.record({
        action: `${subject}.${verb}` as AuditAction,
        subjectType: subject,
        subjectId: id,
        details,
      })
    }
  }
}

const differing = <Facts extends object>(before: object, change: Partial<Facts>): Partial<Facts> =>
  Object.fromEntries(
    Object.entries(change).filter(
      ([field, value]) =>
        value !== undefined && !isDeepStrictEqual((before as Record<string, unknown>)[field], value),
    ),
  ) as Partial<Facts>
