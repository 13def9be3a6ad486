import { Module } from '@nestjs/common'
import { NoticesController } from './notices.controller.ts'
import { NoticesService } from './notices.service.ts'

@Module({
  controllers: [NoticesController],
  providers: [NoticesService],
  exports: [NoticesService],
})
export class NoticesModule {}
