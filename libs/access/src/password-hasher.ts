import { hash, verify } from '@node-rs/argon2'
import { TooBusy } from './access.errors.ts'

/** Argon2id, 64 MiB, three passes, one lane (RFC 9106, second recommended option with a pass to spare). */
const ARGON2ID = 2 // the library's enum is ambient and cannot be imported here
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const AT_ONCE = 2
const WAITING = 16

/**
 * Hashes and verifies passwords, two at once with a short queue behind them: 64 MiB and 100 ms each is the cheapest
 * way to bring a server down, so the seventeenth waiter is told to come back.
 */
export class PasswordHasher {
  private running = 0
  private readonly queue: (() => void)[] = []
  private dummy: Promise<string> | undefined

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, OPTIONS))
  }

  /** With no stored hash the same work is done and the answer is no: an unknown user takes as long as a known one. */
  async verify(stored: string | null, password: string): Promise<boolean> {
    this.dummy ??= hash('nobody has this password', OPTIONS)
    const reference = stored ?? (await this.dummy)
    const matches = await this.inTurn(() => verify(reference, password))
    return matches && stored !== null
  }

  /** Done before the first sign-in, so that the first unknown user does not take longer than the second. */
  async warmUp(): Promise<void> {
    this.dummy ??= hash('nobody has this password', OPTIONS)
    await this.dummy
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.queue.length >= WAITING) throw new TooBusy()
      await new Promise<void>((resolve) => {
        this.queue.push(resolve)
      })
    }
    this.running += 1
    try {
      return await work()
    } finally {
      this.running -= 1
      this.queue.shift()?.()
    }
  }
}
