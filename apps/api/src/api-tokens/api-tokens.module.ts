import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { ApiTokensController } from './api-tokens.controller.ts'
import { ApiTokensService } from './api-tokens.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [ApiTokensController],
  providers: [ApiTokensService],
  exports: [ApiTokensService],
})
export class ApiTokensModule {}
