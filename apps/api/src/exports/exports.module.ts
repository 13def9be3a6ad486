import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { UsersModule } from '../users/users.module.ts'
import { ExportsService } from './exports.service.ts'

/** How rows become a file, for every feature that has some; the lists' own routes are in `list-exports.module.ts`. */
@Module({ imports: [AuditModule, UsersModule], providers: [ExportsService], exports: [ExportsService] })
export class ExportsModule {}
