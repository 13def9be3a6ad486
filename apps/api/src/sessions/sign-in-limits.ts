import { createHash } from 'node:crypto'
import { type Keys, TooManyRequests } from '@assay/access'
import { translateDatabaseError } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { DataSource } from 'typeorm'
import { KEYS } from '../keys.ts'
import { isKnownDevice } from './known-device.ts'

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

  /**
   * The account first: attempts that it refuses are not counted against the address, which others may share. A known
   * device is not asked for its address at all.
   */
  async consume(attempt: Attempt): Promise<void> {
    await this.take(this.accounts, this.accountKey(attempt))
    if (!isKnownDevice(this.keys, attempt)) await this.take(this.addresses, addressKey(attempt.address))
  }

  /** Somebody signed in who tries present passwords: a stolen session must not be able to guess on. */
  async consumeChange(userId: string): Promise<void> {
    await this.take(this.accounts, keyOf(`${userId} change`))
  }

  /** After a sign-in that was right, its own counters start anew. */
  async forgive(attempt: Attempt): Promise<void> {
    await this.accounts.delete(this.accountKey(attempt))
    if (!isKnownDevice(this.keys, attempt)) await this.addresses.reward(addressKey(attempt.address))
  }

  private accountKey(attempt: Attempt): string {
    return isKnownDevice(this.keys, attempt) ? keyOf(`${attempt.email} known`) : keyOf(attempt.email)
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

/** One household or machine has a whole /64 of IPv6 addresses to try from. */
const addressKey = (address: string): string =>
  keyOf(address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address)

/** E-mail and network addresses are personal: the table of counters holds their hashes only. */
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url')
