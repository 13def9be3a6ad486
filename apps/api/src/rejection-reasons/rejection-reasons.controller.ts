import { Allow } from '@assay/access'
import {
  byId,
  createRejectionReason,
  type CreateRejectionReason,
  type ListQuery,
  rejectionReason,
  rejectionReasonList,
} from '@assay/contracts'
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { type ReasonFilter, RejectionReasonsService } from './rejection-reasons.service.ts'

@Controller('rejection-reasons')
export class RejectionReasonsController {
  constructor(private readonly reasons: RejectionReasonsService) {}

  @Get()
  @Allow('applications.read')
  @ReturnsPage(rejectionReason, 'rejection-reasons')
  list(@Query({ schema: rejectionReasonList }) query: ListQuery<string, ReasonFilter>) {
    return this.reasons.list(query)
  }

  @Post()
  @Allow('rejection-reasons.manage')
  @Returns(rejectionReason, 201)
  create(@Body({ schema: createRejectionReason }) facts: CreateRejectionReason) {
    return this.reasons.create(facts)
  }

  @Post(':id/archive')
  @Allow('rejection-reasons.manage')
  @Returns(rejectionReason)
  archive(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reasons.archive(id)
  }

  @Post(':id/restore')
  @Allow('rejection-reasons.manage')
  @Returns(rejectionReason)
  restore(@Param({ schema: byId }) { id }: { id: string }) {
    return this.reasons.restore(id)
  }
}
