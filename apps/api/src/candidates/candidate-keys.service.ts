import { randomBytes } from 'node:crypto'
import type { Keys } from '@assay/access'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import { KEYS } from '../keys.ts'
import { seal, unseal } from './candidate-cipher.ts'
import { CandidateErased } from './candidate.errors.ts'
import { CandidateKey } from './candidate-key.entity.ts'

const KEY_BYTES = 32
/** Says which scheme sealed it, so that another can follow. */
const SCHEME = 'k1.'

/**
 * The data key of each candidate. Texts about a person that outlive the rows they were written in (audit entries,
 * notes, evidence) are sealed under it; destroying it makes all of them unreadable at once, and leaves every hash over
 * them intact: `assay_erase_candidates` does, and nothing else may. The row of a destroyed key stays, so that no second
 * one is ever made for the same person. Works inside the caller's unit of work.
 */
@Injectable()
export class CandidateKeysService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(KEYS) private readonly keys: Keys,
  ) {}

  /** With the candidate's row, never later. */
  async create(candidateId: string): Promise<void> {
    const { organizationId } = this.work.tenant
    const key = randomBytes(KEY_BYTES)
    const wrappedKey = seal(this.keys.candidateKeys, key, this.ownerOf(candidateId))
    await this.work.repository(CandidateKey).insert({ organizationId, candidateId, wrappedKey })
  }

  /** Refuses where the key was destroyed: nothing new is written about an erased person. */
  async seal(candidateId: string, text: string): Promise<string> {
    const key = await this.keyOf(candidateId)
    if (key === null) throw new CandidateErased()
    return SCHEME + seal(key, Buffer.from(text, 'utf8'), this.ownerOf(candidateId)).toString('base64url')
  }

  /** Null once the key is destroyed. Throws where the text was changed, or is another candidate's. */
  async open(candidateId: string, sealed: string): Promise<string | null> {
    if (!sealed.startsWith(SCHEME)) throw new Error('This is no sealed text.')
    const key = await this.keyOf(candidateId)
    if (key === null) return null
    const bytes = Buffer.from(sealed.slice(SCHEME.length), 'base64url')
    return unseal(key, bytes, this.ownerOf(candidateId)).toString('utf8')
  }

  private async keyOf(candidateId: string): Promise<Buffer | null> {
    const [row] = await this.work.query<{ wrapped: Buffer | null }>(
      'SELECT wrapped_key AS wrapped FROM candidate_keys WHERE organization_id = $1 AND candidate_id = $2',
      [this.work.tenant.organizationId, candidateId],
    )
    return row?.wrapped ? unseal(this.keys.candidateKeys, row.wrapped, this.ownerOf(candidateId)) : null
  }

  private ownerOf(candidateId: string): string {
    return `${this.work.tenant.organizationId}/${candidateId}`
  }
}
