import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
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

/** Seals and opens what is said of one candidate. */
export interface CandidateTexts {
  /** Refuses where the key was destroyed: nothing new is written about an erased person. */
  seal: (text: string) => string
  /** Null once the key is destroyed. Throws where the text was changed, or is another candidate's. */
  open: (sealed: string) => string | null
}

/**
 * The data key of each candidate. Texts about a person that outlive the rows they were written in (audit entries,
 * notes, evidence) are sealed under it; destroying it makes all of them unreadable at once, and leaves every hash over
 * them intact: `assay_erase_candidates` does, and nothing else may. The row of a destroyed key stays, so that no second
 * one is ever made for the same person. Works inside the caller's unit of work.
 */
@Injectable()
export class CandidateKeysService {
  private readonly wrapping: KeyObject

  constructor(
    private readonly work: UnitOfWork,
    @Inject(KEYS) keys: Keys,
  ) {
    this.wrapping = createSecretKey(keys.candidateKeys)
  }

  /** With the candidate's row, never later. */
  async create(candidateId: string): Promise<void> {
    const { organizationId } = this.work.tenant
    const key = randomBytes(KEY_BYTES)
    const wrappedKey = seal(this.wrapping, key, this.ownerOf(candidateId))
    await this.work.repository(CandidateKey).insert({ organizationId, candidateId, wrappedKey })
  }

  /** For whoever read the wrapped key together with what it seals: no statement of its own. */
  with(candidateId: string, wrapped: Buffer | null): CandidateTexts {
    const owner = this.ownerOf(candidateId)
    const key = wrapped && createSecretKey(unseal(this.wrapping, wrapped, owner))
    return {
      seal: (text) => {
        if (key === null) throw new CandidateErased()
        return SCHEME + seal(key, Buffer.from(text, 'utf8'), owner).toString('base64url')
      },
      open: (sealed) => {
        if (!sealed.startsWith(SCHEME)) throw new Error('This is no sealed text.')
        const bytes = Buffer.from(sealed.slice(SCHEME.length), 'base64url')
        return key && unseal(key, bytes, owner).toString('utf8')
      },
    }
  }

  /** Refuses where the key was destroyed: nothing new is written about an erased person. */
  async seal(candidateId: string, text: string): Promise<string> {
    return this.with(candidateId, await this.wrappedOf(candidateId)).seal(text)
  }

  /** Null once the key is destroyed. Throws where the text was changed, or is another candidate's. */
  async open(candidateId: string, sealed: string): Promise<string | null> {
    return this.with(candidateId, await this.wrappedOf(candidateId)).open(sealed)
  }

  private async wrappedOf(candidateId: string): Promise<Buffer | null> {
    const [row] = await this.work.query<{ wrapped: Buffer | null }>(
      'SELECT wrapped_key AS wrapped FROM candidate_keys WHERE organization_id = $1 AND candidate_id = $2',
      [this.work.tenant.organizationId, candidateId],
    )
    return row?.wrapped ?? null
  }

  private ownerOf(candidateId: string): string {
    return `${this.work.tenant.organizationId}/${candidateId}`
  }
}
