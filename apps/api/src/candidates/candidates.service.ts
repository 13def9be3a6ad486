import { mayUse, type Principal } from '@assay/access'
import {
  type CreateCandidate,
  type Json,
  type LikelyDuplicates,
  type LikelyDuplicatesOf,
  type Page,
  sameJson,
  type UpdateCandidate,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { ReadsAudit } from '../audit/reads-audit.service.ts'
import { RevisionConflict } from '../http/http.errors.ts'
import { Candidate } from './candidate.entity.ts'
import { CandidateErased, CandidateMerged } from './candidate.errors.ts'
import { CandidateKeysService } from './candidate-keys.service.ts'
import type { Sight } from './candidate-list.sql.ts'
import { type CandidateParts, CandidatePartsService } from './candidate-parts.service.ts'
import type { CandidateRow } from './candidate-rows.ts'
import { CandidateSearchService } from './candidate-search.service.ts'
import { CandidateVocabularyQueries, type Vocabulary } from './candidate-vocabulary.queries.ts'
import { type CandidateQuery, CandidatesQueries } from './candidates.queries.ts'
import { type Medium, matchedOf } from './contact-match.rules.ts'
import { LikelyDuplicatesQueries } from './likely-duplicates.queries.ts'
import { sortable } from './search-words.rules.ts'

/** What people do with candidates. Who may see which is decided here, for every way in. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly reads: ReadsAudit,
    private readonly queries: CandidatesQueries,
    private readonly duplicates: LikelyDuplicatesQueries,
    private readonly vocabulary: CandidateVocabularyQueries,
    private readonly parts: CandidatePartsService,
    private readonly search: CandidateSearchService,
    private readonly keys: CandidateKeysService,
  ) {}

  list(query: CandidateQuery, asking: Principal): Promise<Page<CandidateRow>> {
    return this.work.read(() => this.queries.page(query, sightOf(asking)))
  }

  /** Looking at one person is on record. */
  get(id: string, asking: Principal): Promise<CandidateRow> {
    return this.work.readOnce(async () => {
      const row = await this.queries.one(id, sightOf(asking))
      this.reads.note('candidate.read', 'candidate', id)
      return row
    })
  }

  likelyDuplicates(wanted: LikelyDuplicatesOf): Promise<LikelyDuplicates> {
    return this.work.read(() => this.duplicates.of(wanted))
  }

  /** To choose from; who may not see all candidates is not told the words of all. */
  words(vocabulary: Vocabulary, typed: string | undefined, asking: Principal): Promise<string[]> {
    if (!sightOf(asking).all) return Promise.resolve([])
    return this.work.readOnce(() => this.vocabulary.words(vocabulary, typed))
  }

  /** Somebody who is perhaps here already is added all the same: people decide. */
  async create(
    facts: CreateCandidate,
    asking: Principal,
  ): Promise<CandidateRow & { likelyDuplicates: LikelyDuplicates }> {
    return this.work.run(async () => {
      const likelyDuplicates = await this.duplicates.of({
        name: facts.name,
        emails: facts.emails.map(({ value }) => value),
        phones: facts.phones.map(({ value }) => value),
        links: facts.links.map(({ value }) => value),
      })
      const id = await this.add(facts, {}, asking)
      return { ...(await this.queries.one(id, sightOf(asking))), likelyDuplicates }
    })
  }

  /** The same without asking who may be here already. `origin` goes on record: what the candidate came with. */
  async add(facts: CreateCandidate, origin: Record<string, string>, asking: Principal): Promise<string> {
    return this.work.run(async () => {
      const { customValues, emails, phones, links, tags, ...columns } = facts
      const values = await this.parts.checkValues(customValues)
      const id = newId()
      await this.work.repository(Candidate).insert({
        ...columns,
        ...foldedOf(columns),
        organizationId: this.work.tenant.organizationId,
        id,
        createdBy: asking.userId,
      })
      await this.keys.create(id)
      await this.parts.write(id, { emails, phones, links, tags })
      await this.parts.writeValues(id, values)
      await this.search.setNames({ id, ...columns, emails })
      this.audit.record({
        action: 'candidate.created',
        subjectType: 'candidate',
        subjectId: id,
        details: origin,
      })
      return id
    })
  }

  /** Refuses what `add` would refuse, and writes nothing. */
  async check({ customValues }: CreateCandidate): Promise<void> {
    await this.parts.checkValues(customValues)
  }

  /**
   * What two records of one person have in common, as `likelyDuplicates` compares it: for those who compare records that
   * are not written yet.
   */
  likeness({ name, emails, phones, links }: Likeness): { name: string; addresses: string[] } {
    const matched = (medium: Medium, contacts: readonly { value: string }[]): string[] =>
      contacts.flatMap(({ value }) => {
        const text = matchedOf(medium, value)
        return text.length >= (medium === 'phone' ? 5 : 1) ? [`${medium} ${text}`] : []
      })
    const addresses = [...matched('email', emails), ...matched('phone', phones), ...matched('link', links)]
    return { name: sortable(name), addresses: [...new Set(addresses)] }
  }

  async update(id: string, change: UpdateCandidate, seen: number, asking: Principal): Promise<CandidateRow> {
    return this.work.run(async () => {
      const before = await this.queries.one(id, sightOf(asking))
      if (before.mergedInto !== null) throw new CandidateMerged()
      if (before.erasedAt !== null) throw new CandidateErased()
      if (before.revision !== seen) throw new RevisionConflict(before)
      const { customValues, ...rest } = change
      const changed = differing(before, rest)
      const values = await this.parts.checkValues(differing(before.customValues, customValues ?? {}))
      const fields = [...Object.keys(changed), ...[...values.keys()].map((field) => `customValues.${field}`)]
      if (fields.length === 0) return before
      const { emails, phones, links, tags, ...columns } = changed
      await this.save(before, columns, asking)
      await this.parts.write(id, { emails, phones, links, tags })
      await this.parts.writeValues(id, values)
      const after = await this.queries.one(id, sightOf(asking))
      if (changed.name ?? changed.emails ?? changed.preferredName !== undefined)
        await this.search.setNames(after)
      // Which fields, and never what stood in them: a record that is never rewritten holds no person's words.
      this.audit.record({
        action: 'candidate.updated',
        subjectType: 'candidate',
        subjectId: id,
        details: { fields },
      })
      return after
    })
  }

  private async save({ id, revision }: CandidateRow, columns: Columns, asking: Principal): Promise<void> {
    const { organizationId } = this.work.tenant
    const { affected } = await this.work.repository(Candidate).update(
      { organizationId, id, revision },
      {
        ...(columns as Partial<Candidate>),
        ...foldedOf(columns),
        revision: revision + 1,
        updatedAt: () => 'now()',
      },
    )
    if (!affected) throw new RevisionConflict(await this.queries.one(id, sightOf(asking)))
  }
}

type Likeness = Pick<CreateCandidate, 'name' | 'emails' | 'phones' | 'links'>

type Columns = Omit<UpdateCandidate, keyof CandidateParts | 'customValues'>

/** Recruiters and admins see all candidates. */
export const sightOf = (asking: Principal): Sight =>
  mayUse(asking, 'candidates.manage').allowed ? { all: true } : { all: false, userId: asking.userId }

const foldedOf = ({ name, source }: Columns) => ({
  ...(name === undefined ? {} : { sortName: sortable(name) }),
  ...(source === undefined ? {} : { foldedSource: source === null ? null : sortable(source) }),
})

/** Of what was given, what is not so already. To take away what is not there changes nothing. */
const differing = <Given extends object>(before: object, given: Given): Given => {
  const now = before as Record<string, Json | undefined>
  return Object.fromEntries(
    Object.entries(given).filter(
      ([field, value]) => value !== undefined && !sameJson(now[field] ?? null, value as Json),
    ),
  ) as Given
}
