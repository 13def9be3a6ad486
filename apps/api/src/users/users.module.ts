import { Module } from '@nestjs/common'
import { ApiTokensModule } from '../api-tokens/api-tokens.module.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { SessionsModule } from '../sessions/sessions.module.ts'
import { OneTimeLinksService } from './one-time-links.service.ts'
import { UsersController } from './users.controller.ts'
import { UsersQueries } from './users.queries.ts'
import { UsersService } from './users.service.ts'

@Module({
  imports: [ApiTokensModule, AuditModule, SessionsModule],
  controllers: [UsersController],
  providers: [OneTimeLinksService, UsersQueries, UsersService],
  exports: [OneTimeLinksService, UsersService],
})
export class UsersModule {}
