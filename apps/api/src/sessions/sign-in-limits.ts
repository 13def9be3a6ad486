import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type Keys, TooManyRequests } from '@assay/access'
import { translateDatabaseError } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DataSource } from 'typeorm'
import { KEYS } from '../keys.ts'

/** Failed attempts before an account is closed to unknown devices, and before an address is. */
const PER_ACCOUNT = 10
const PER_ADDRESS = 100
const WINDOW_SECONDS = 900

export interface Attempt {
  email: string
  address: string
  /** The cookie of a device that signed in as this person before. */
  deviceToken: string | undefined
}

/**
 * Counts attempts before the hash is computed. A device that the person has used before has a counter of its own
 * (OWASP device cookies): somebody who guesses from elsewhere cannot lock them out.
 */
@Injectable()
export class SignInLimits {
  private readonly accounts: RateLimiterPostgres
  private readonly addresses: RateLimiterPostgres

  constructor(
    dataSource: DataSource,
    @Inject(KEYS) private readonly keys: Keys,
  ) {
    const storeClient = (dataSource.driver as unknown as { master: unknown }).master
    const shared = {
      storeClient,
      tableName: 'sign_in_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      duration: WINDOW_SECONDS,
    }
    this.accounts = new RateLimiterPostgres({ ...shared, keyPrefix: 'account', points: PER_ACCOUNT })
    this.addresses = new RateLimiterPostgres({ ...shared, keyPrefix: 'address', points: PER_ADDRESS })
  }

  async consume(attempt: Attempt): Promise<void> {
    await this.take(this.accounts, this.accountKey(attempt))
    await this.take(this.addresses, keyOf(attempt.address))
  }

  /** After a sign-in that was right, its own counters start anew. */
  async forgive(attempt: Attempt): Promise<void> {
    await this.accounts.delete(this.accountKey(attempt))
    await this.addresses.reward(keyOf(attempt.address))
  }

  /** To be kept by the browser of somebody who signed in. */
  deviceTokenFor(email: string): string {
    return createHmac('sha256', this.keys.knownDevice).update(email).digest('base64url')
  }

  private accountKey({ email, deviceToken }: Attempt): string {
    return this.isKnown(email, deviceToken) ? keyOf(`${email} known`) : keyOf(email)
  }

  private isKnown(email: string, deviceToken: string | undefined): boolean {
    const expected = Buffer.from(this.deviceTokenFor(email))
    const given = Buffer.from(deviceToken ?? '')
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  private async take(limiter: RateLimiterPostgres, key: string): Promise<void> {
    try {
      await limiter.consume(key)
    } catch (exceeded) {
      if (!(exceeded instanceof RateLimiterRes)) throw translateDatabaseError(exceeded)
      throw new TooManyRequests(Math.ceil(exceeded.msBeforeNext / 1_000), 'Too many attempts to sign in.')
    }
  }
}

/** E-mail and network addresses are personal: the table of counters holds their hashes only. */
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
