import { Allow } from '@assay/access'
import { area, areaList, type ListQuery } from '@assay/contracts'
import { Controller, Get, Query } from '@nestjs/common'
import { ReturnsPage } from '../../http/answers.ts'
import type { BankFilter } from '../bank-kind.ts'
import { READ_BANK } from '../question-bank.access.ts'
import { AreasService } from './areas.service.ts'

@Controller('areas')
export class AreasController {
  constructor(private readonly areas: AreasService) {}

  @Get()
  @Allow(READ_BANK)
  @ReturnsPage(area, 'areas')
  list(@Query({ schema: areaList }) query: ListQuery<string, BankFilter>) {
    return this.areas.list(query)
  }
}
