import type { Keys } from '@assay/access'
import { canonicalize, isTextSigned, publicKeyOf, signingKeyFromSeed, signText } from '@assay/audit-chain'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import type { Logger } from 'pino'
import { LOG } from '../http/logging.ts'
import { KEYS } from '../keys.ts'
import { type ErasureLine, ErasuresQueries } from './erasures.queries.ts'

/** A line of the list with an Ed25519 signature over all of it: believed when it comes back from outside. */
export interface SignedErasure extends ErasureLine {
  organizationId: string
  publicKey: string
  signature: string
}

/**
 * The list of erasures outside of the database, where no backup brings it back to an earlier day: each line goes to the
 * log, signed, when its erasure is committed, and `erasures:export` writes all of them.
 */
@Injectable()
export class ErasureJournalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ErasuresQueries,
    @Inject(KEYS) private readonly keys: Keys,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Joins the caller's unit of work. */
  async write(candidateIds: readonly string[]): Promise<void> {
    const lines = this.signed(await this.queries.lines(candidateIds))
    this.work.afterCommit(() => {
      for (const erasure of lines) this.log.info({ erasure }, 'a candidate was erased')
    })
  }

  all(organizationId: string): Promise<SignedErasure[]> {
    return this.work.readAs({ organizationId, userId: null }, async () =>
      this.signed(await this.queries.lines()),
    )
  }

  isOurs({ signature, ...line }: SignedErasure): boolean {
    return line.publicKey === this.publicKey && isTextSigned(canonicalize(line), signature, line.publicKey)
  }

  private signed(lines: readonly ErasureLine[]): SignedErasure[] {
    const { organizationId } = this.work.tenant
    const key = signingKeyFromSeed(this.keys.auditSeed)
    return lines.map((line) => {
      const unsigned = { ...line, organizationId, publicKey: this.publicKey }
      return { ...unsigned, signature: signText(canonicalize(unsigned), key) }
    })
  }

  private get publicKey(): string {
    return publicKeyOf(signingKeyFromSeed(this.keys.auditSeed))
  }
}
