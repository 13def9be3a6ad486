import { Allow } from '@assay/access'
import {
  byId,
  legalHold,
  legalHoldList,
  liftLegalHold,
  type ListQuery,
  placeLegalHold,
  type PlaceLegalHold,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { type HoldFilter, LegalHoldsService } from './legal-holds.service.ts'

@Controller('legal-holds')
export class LegalHoldsController {
  constructor(private readonly holds: LegalHoldsService) {}

  @Get()
  @Allow('retention.read')
  @ReturnsPage(legalHold, 'legal-holds')
  list(@Query({ schema: legalHoldList }) query: ListQuery<string, HoldFilter>) {
    return this.holds.list(query)
  }

  @Post()
  @Allow('legal-holds.manage')
  @Returns(legalHold, 201)
  place(@Body({ schema: placeLegalHold }) facts: PlaceLegalHold) {
    return this.holds.place(facts)
  }

  @Post(':id/lift')
  @Allow('legal-holds.manage')
  @Returns(legalHold)
  lift(
    @Param({ schema: byId }) { id }: { id: string },
    @Body({ schema: liftLegalHold }) { reason }: { reason: string },
  ) {
    return this.holds.lift(id, reason)
  }
}
