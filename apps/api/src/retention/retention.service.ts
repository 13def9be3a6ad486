import type { Principal } from '@assay/access'
import type { ExtendRetention, ListQuery, Page, RetentionDue } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import type { Logger } from 'pino'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { CandidatesService } from '../candidates/candidates.service.ts'
import { ErasuresService } from '../erasures/erasures.service.ts'
import { ValidationFailed } from '../http/http.errors.ts'
import { LOG } from '../http/logging.ts'
import { RetentionExtension } from './retention-extension.entity.ts'
import { ExtensionRefused } from './retention.errors.ts'
import { BATCH, type DueFilter, type ExtensionRow, type Kept, RetentionQueries } from './retention.queries.ts'
import { addMonths, judgeRetention, type RetentionVerdict, termsOn } from './retention.rules.ts'

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const LONGEST_EXTENSION_MONTHS = 120

/** Whose data has had its time. People decide, unless a rule says `automatic`. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: RetentionQueries,
    private readonly candidates: CandidatesService,
    private readonly erasures: ErasuresService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  due(query: ListQuery<string, DueFilter>): Promise<Page<RetentionDue>> {
    return this.work.read(() => this.queries.due(query))
  }

  /** Somebody's data is kept until then, whatever the rules say. The answer does not depend on how they stand. */
  extend(id: string, { until, reason }: ExtendRetention, asking: Principal): Promise<ExtensionRow> {
    return this.work.run(async () => {
      const candidate = await this.candidates.get(id, asking)
      if (candidate.erasedAt !== null || candidate.mergedInto !== null) throw new ExtensionRefused()
      const today = await this.queries.dayOf()
      if (until <= today) throw new ValidationFailed({ until: 'This day is not to come.' })
      if (until > addMonths(today, LONGEST_EXTENSION_MONTHS)) {
        throw new ValidationFailed({ until: 'At most ten years. Say it again then.' })
      }
      const extensionId = newId()
      await this.work.repository(RetentionExtension).insert({
        organizationId: this.work.tenant.organizationId,
        id: extensionId,
        candidateId: id,
        until,
        reason,
        madeBy: asking.userId,
      })
      await this.markOne(id, today)
      this.audit.record({
        action: 'candidate.retention_extended',
        subjectType: 'candidate',
        subjectId: id,
        details: { until },
      })
      return this.queries.extension(extensionId)
    })
  }

  /**
   * Once a day for each organization: marks who is due or soon will be, takes the mark from who is not any more, and
   * erases where every rule says so and nobody objected during the days of grace.
   * @param moment whose day it is; now without it
   */
  async run(organizationId: string, moment: Date | null = null): Promise<void> {
    const today = await this.as(organizationId, async () => {
      const day = await this.queries.dayOf(moment)
      if (!(await this.queries.claim(day))) return null
      await this.queries.unmarkMerged()
      return day
    })
    if (today === null) return
    for (let after: string | null = BEFORE_ALL; after !== null;) {
      const from: string = after
      after = await this.as(organizationId, () => this.markAfter(from, today))
    }
    for (const id of await this.as(organizationId, () => this.queries.erasable(today))) {
      try {
        await this.as(organizationId, () => this.eraseIfStillDue(id, today))
      } catch (error) {
        this.log.warn(
          { err: error, candidateId: id },
          'a record whose time is over could not be erased; tried again tomorrow',
        )
      }
    }
  }

  /** @returns after whom it goes on; null at the end */
  private async markAfter(after: string, today: string): Promise<string | null> {
    const people = await this.queries.kept({ after })
    await this.mark(people, today)
    return people.length < BATCH ? null : (people.at(-1)?.candidateId ?? null)
  }

  /** Something may have changed since it was marked: it is judged once more in the transaction that erases. */
  private async eraseIfStillDue(id: string, today: string): Promise<void> {
    const verdict = await this.markOne(id, today)
    const isTime = verdict?.isDue && verdict.erasesOn !== null && verdict.erasesOn <= today
    if (isTime) await this.erasures.eraseUnlessForbidden(id)
  }

  private async markOne(id: string, today: string): Promise<RetentionVerdict | null> {
    const [verdict] = await this.mark(await this.queries.kept({ id }), today)
    return verdict ?? null
  }

  private async mark(people: readonly Kept[], today: string): Promise<(RetentionVerdict | null)[]> {
    const termsOf = termsOn(await this.queries.rules(), today)
    const judged = people.map((person) => ({ person, verdict: judgeRetention(person, termsOf, today) }))
    await this.queries.mark(
      judged.flatMap(({ person: { candidateId }, verdict }) =>
        verdict ? [{ candidateId, ...verdict }] : [],
      ),
    )
    await this.queries.unmark(
      judged.flatMap(({ person, verdict }) => (!verdict && person.mark ? [person.candidateId] : [])),
    )
    return judged.map(({ verdict }) => verdict)
  }

  private as<T>(organizationId: string, work: () => Promise<T>): Promise<T> {
    return this.work.runAs({ organizationId, userId: null }, work)
  }
}
