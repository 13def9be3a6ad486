import { Allow, Asking, type Principal } from '@assay/access'
import {
  addRetentionRule,
  type AddRetentionRule,
  byId,
  extendRetention,
  type ExtendRetention,
  type ListQuery,
  retentionDue,
  retentionDueList,
  retentionExtension,
  retentionOffices,
  retentionRule,
  type RetentionRule,
  retentionRuleList,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { RetentionRulesService } from './retention-rules.service.ts'
import type { DueFilter } from './retention.queries.ts'
import { RetentionService } from './retention.service.ts'

@Controller()
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly rules: RetentionRulesService,
  ) {}

  @Get('retention-rules')
  @Allow('retention.read')
  @ReturnsPage(retentionRule, 'retention-rules')
  list(@Query({ schema: retentionRuleList }) query: ListQuery<string, { state?: RetentionRule['state'] }>) {
    return this.rules.list(query)
  }

  /** The offices that jobs have, to choose from. */
  @Get('retention-rules/offices')
  @Allow('retention.read')
  @Returns(retentionOffices)
  offices() {
    return this.rules.offices()
  }

  @Post('retention-rules')
  @Allow('retention.manage')
  @Returns(retentionRule, 201)
  add(@Body({ schema: addRetentionRule }) facts: AddRetentionRule) {
    return this.rules.add(facts)
  }

  @Get('retention-due')
  @Allow('retention.read')
  @ReturnsPage(retentionDue, 'retention-due')
  due(@Query({ schema: retentionDueList }) query: ListQuery<string, DueFilter>) {
    return this.retention.due(query)
  }

  @Post('candidates/:id/extend-retention')
  @Allow('retention.manage')
  @Returns(retentionExtension)
  extend(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: extendRetention }) facts: ExtendRetention,
    @Asking() asking: Principal,
  ) {
    return this.retention.extend(id, facts, asking)
  }
}
