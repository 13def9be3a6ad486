import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { CustomFieldsController } from './custom-fields.controller.ts'
import { CustomFieldsService } from './custom-fields.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [CustomFieldsController],
  providers: [CustomFieldsService],
  exports: [CustomFieldsService],
})
export class CustomFieldsModule {}
