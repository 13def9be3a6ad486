import { applicationDataSource, UnitOfWork } from '@assay/persistence'
import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import type { Logger } from 'pino'
import { DataSource } from 'typeorm'
import { SETTINGS, type Settings } from '../config.ts'
import { LOG } from '../http/logging.ts'
import { entities } from './entities.ts'
import { LookupQueries } from './lookup.queries.ts'

export const APPLICATION_DATABASE_URL = Symbol('application database url')

/** The application's connections, its unit of work and the lookups: the same for every feature. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [SETTINGS, APPLICATION_DATABASE_URL, LOG],
      useFactory: (settings: Settings, url: string, log: Logger): Promise<DataSource> =>
        applicationDataSource(
          { url, poolSize: settings.databasePool, namedStatements: settings.namedStatements },
          entities,
          (error) => log.warn({ err: error }, 'a connection to the database was lost'),
        ).initialize(),
    },
    {
      provide: UnitOfWork,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new UnitOfWork(dataSource),
    },
    LookupQueries,
  ],
  exports: [DataSource, UnitOfWork, LookupQueries],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy()
  }
}
