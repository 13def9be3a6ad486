import type { AddRetentionRule, ListQuery, Page, RetentionRule as Answer } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { ValidationFailed } from '../http/http.errors.ts'
import { RetentionRule } from './retention-rule.entity.ts'
import { RetentionQueries, type RuleRow } from './retention.queries.ts'
import { statesOf } from './retention.rules.ts'

export type ShownRule = RuleRow & Pick<Answer, 'state'>

/** How long data is kept, by job, office and outcome. Versions are added and stay. */
@Injectable()
export class RetentionRulesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly queries: RetentionQueries,
  ) {}

  /** There are few of them: a page is cut from the whole list. */
  list({ range, sort, filter }: ListQuery<string, { state?: Answer['state'] }>): Promise<Page<ShownRule>> {
    return this.work.read(async () => {
      const all = await this.shown()
      const rows = all.filter(({ state }) => filter.state === undefined || state === filter.state)
      const ordered = sort[1] === 'ASC' ? rows.toReversed() : rows
      return { rows: ordered.slice(range[0], range[1] + 1), total: rows.length }
    })
  }

  offices(): Promise<string[]> {
    return this.work.readOnce(() => this.queries.offices())
  }

  /** From its day on it holds in the place of the one before it, also for what was over already. */
  add(facts: AddRetentionRule): Promise<ShownRule> {
    return this.work.run(async () => {
      const { jobId, office, outcome, months, mode } = facts
      const today = await this.queries.dayOf()
      const validFrom = facts.validFrom ?? today
      if (validFrom < today) {
        throw new ValidationFailed({ validFrom: 'This day is over. What held on it stays as it was.' })
      }
      if (jobId !== null && !(await this.queries.isJob(jobId))) {
        throw new ValidationFailed({ jobId: 'There is no such job here.' })
      }
      if (months === null && jobId === null && office === null) {
        throw new ValidationFailed({
          months: 'Nothing more general stands behind this rule. Say how many months.',
        })
      }
      const id = newId()
      await this.work.repository(RetentionRule).insert({
        ...facts,
        validFrom,
        organizationId: this.work.tenant.organizationId,
        id,
        createdBy: this.work.tenant.userId,
      })
      this.audit.record({
        action: 'retention_rule.added',
        subjectType: 'retention_rule',
        subjectId: id,
        details: { jobId, office, outcome, months, mode, validFrom },
      })
      const added = (await this.shown()).find((rule) => rule.id === id)
      if (!added) throw new Error('What was just written is there.')
      return added
    })
  }

  private async shown(): Promise<ShownRule[]> {
    const rules = await this.queries.rules()
    const states = statesOf(rules, await this.queries.dayOf())
    return rules.map((rule) => ({ ...rule, state: states.get(rule.id) ?? 'past' }))
  }
}
