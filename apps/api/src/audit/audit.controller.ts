import { Allow, Asking, type Principal } from '@assay/access'
import {
  auditEvent,
  auditEventList,
  auditHeldBack,
  auditSequence,
  auditVerification,
  type ListQuery,
  signedAuditHead,
} from '@assay/contracts'
import { Controller, Get, Param, Query } from '@nestjs/common'
import { Returns, ReturnsPage } from '../http/answers.ts'
import { AuditReadingService } from './audit-reading.service.ts'
import type { AuditFilter } from './audit.queries.ts'

@Controller('audit-events')
export class AuditController {
  constructor(private readonly audit: AuditReadingService) {}

  @Get()
  @Allow('audit.read')
  @ReturnsPage(auditEvent, 'audit-events')
  list(@Query({ schema: auditEventList }) query: ListQuery<string, AuditFilter>) {
    return this.audit.list(query)
  }

  @Get('verification')
  @Allow('audit.read')
  @Returns(auditVerification)
  verify(@Asking() principal: Principal) {
    return this.audit.verify(principal.organizationId)
  }

  @Get('head')
  @Allow('audit.read')
  @Returns(signedAuditHead)
  head(@Asking() principal: Principal) {
    return this.audit.signedHead(principal.organizationId)
  }

  /** Since when whoever asks owes a scorecard: their record ends there. */
  @Get('held-back')
  @Allow('audit.read')
  @Returns(auditHeldBack)
  heldBack() {
    return this.audit.heldBack()
  }

  @Get(':id')
  @Allow('audit.read')
  @Returns(auditEvent)
  get(@Param({ schema: auditSequence }) { id }: { id: number }) {
    return this.audit.get(id)
  }
}
