import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { Client } from 'pg'
import type { Logger } from 'pino'
import { APPLICATION_DATABASE_URL } from '../database/database.module.ts'
import { LOG } from '../http/logging.ts'
import { SessionPrincipals } from './session-principals.ts'

const RETRY_MS = 1_000

/** Listens on a connection of its own. While it is down, what is remembered still ends after a second by itself. */
@Injectable()
export class AccessNotices implements OnModuleInit, OnApplicationShutdown {
  private client: Client | null = null
  private closed = false
  private retry: NodeJS.Timeout | undefined

  constructor(
    private readonly principals: SessionPrincipals,
    @Inject(APPLICATION_DATABASE_URL) private readonly url: string,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.listen()
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true
    clearTimeout(this.retry)
    await this.client?.end().catch(() => undefined)
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: 2_000,
      keepAlive: true,
      application_name: 'assay-notices',
    })
    client.on('error', () => undefined)
    client.on('end', () => this.reconnect(client))
    client.on('notification', (notice) => this.principals.forget(notice.payload ?? ''))
    this.client = client
    try {
      await client.connect()
      await client.query('LISTEN assay_access')
    } catch (error) {
      this.log.warn({ err: error }, 'not listening for access notices')
      this.reconnect(client)
    }
  }

  private reconnect(lost: Client): void {
    if (this.closed || this.client !== lost) return
    this.client = null
    lost.end().catch(() => undefined)
    this.retry = setTimeout(() => void this.listen(), RETRY_MS)
  }
}
