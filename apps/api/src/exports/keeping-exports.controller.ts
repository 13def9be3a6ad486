import {
  erasureList,
  exportQuery,
  legalHoldList,
  retentionDueList,
  retentionRuleList,
} from '@assay/contracts'
import { Controller, Query } from '@nestjs/common'
import { ErasuresService } from '../erasures/erasures.service.ts'
import { LegalHoldsService } from '../legal-holds/legal-holds.service.ts'
import { RetentionRulesService } from '../retention/retention-rules.service.ts'
import { RetentionService } from '../retention/retention.service.ts'
import { CsvOf } from './csv-of.ts'
import { type AskedOf, ExportsService, type QueryOf } from './exports.service.ts'
import { ERASURES, LEGAL_HOLDS, RETENTION_DUE, RETENTION_RULES } from './keeping.sheets.ts'

type DueList = { list: RetentionService['due'] }

/** How long data is kept, what holds it, and what is gone. */
@Controller()
export class KeepingExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly holdsList: LegalHoldsService,
    private readonly rulesList: RetentionRulesService,
    private readonly retention: RetentionService,
    private readonly erasuresList: ErasuresService,
  ) {}

  @CsvOf('legal-holds', 'retention.read')
  legalHolds(@Query({ schema: exportQuery(legalHoldList) }) asked: AskedOf<LegalHoldsService>) {
    return this.exports.file(LEGAL_HOLDS, asked, (query: QueryOf<LegalHoldsService>) =>
      this.holdsList.list(query),
    )
  }

  @CsvOf('retention-rules', 'retention.read')
  retentionRules(@Query({ schema: exportQuery(retentionRuleList) }) asked: AskedOf<RetentionRulesService>) {
    return this.exports.file(RETENTION_RULES, asked, (query: QueryOf<RetentionRulesService>) =>
      this.rulesList.list(query),
    )
  }

  @CsvOf('retention-due', 'retention.read')
  retentionDue(@Query({ schema: exportQuery(retentionDueList) }) asked: AskedOf<DueList>) {
    return this.exports.file(RETENTION_DUE, asked, (query: QueryOf<DueList>) => this.retention.due(query))
  }

  @CsvOf('erasures', 'candidates.erase')
  erasures(@Query({ schema: exportQuery(erasureList) }) asked: AskedOf<ErasuresService>) {
    return this.exports.file(ERASURES, asked, (query: QueryOf<ErasuresService>) =>
      this.erasuresList.list(query),
    )
  }
}
