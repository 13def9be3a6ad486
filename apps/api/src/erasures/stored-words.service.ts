import { fold } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'

/** What was known of a person, before it is gone. */
export interface KnownWords {
  /** Of candidates, applications, interviews, documents. */
  ids: readonly string[]
  /** Full names and addresses. */
  words: readonly string[]
}

/** Shorter words stand in too many texts to say that one is about this person. */
const SHORTEST = 5

/** Finds what other features stored about a person without a row that leads to them. Joins the caller's unit of work. */
@Injectable()
export class StoredWordsService {
  constructor(private readonly work: UnitOfWork) {}

  async of(candidateIds: readonly string[]): Promise<KnownWords> {
    const [found] = await this.work.query<{ ids: string[]; words: string[] }>(
      `WITH own AS (SELECT a.id FROM applications a WHERE a.organization_id = $1 AND a.candidate_id = ANY($2::uuid[]))
       SELECT ARRAY(SELECT unnest($2::uuid[]) UNION SELECT id FROM own
                UNION SELECT i.id FROM interviews i JOIN own ON own.id = i.application_id WHERE i.organization_id = $1
                UNION SELECT d.id FROM candidate_documents d
                 WHERE d.organization_id = $1 AND d.candidate_id = ANY($2::uuid[]))::text[] AS ids,
              ARRAY(SELECT c.name FROM candidates c WHERE c.organization_id = $1 AND c.id = ANY($2::uuid[])
                UNION SELECT k.value FROM candidate_contacts k
                 WHERE k.organization_id = $1 AND k.candidate_id = ANY($2::uuid[])) AS words`,
      [this.work.tenant.organizationId, candidateIds],
    )
    const { ids, words } = found ?? { ids: [], words: [] }
    return { ids, words: words.filter(({ length }) => length >= SHORTEST) }
  }

  async forget(known: KnownWords): Promise<void> {
    await this.forgetAnswers(known)
    await this.forgetViews(known)
  }

  /** Answers kept for Idempotency-Keys: a command that is repeated within the day is then carried out anew. */
  private async forgetAnswers({ ids, words }: KnownWords): Promise<void> {
    const written = words.map((word) => JSON.stringify(word).slice(1, -1))
    await this.work.query(
      `DELETE FROM idempotency_keys WHERE organization_id = $1
          AND EXISTS (SELECT FROM unnest($2::text[]) AS w(word)
            WHERE position(w.word IN body) > 0 OR position(w.word IN route) > 0)`,
      [this.work.tenant.organizationId, [...ids, ...written]],
    )
  }

  /** A view that looks for exactly this person has nobody to find. A first name alone is nobody's in particular. */
  private async forgetViews({ words }: KnownWords): Promise<void> {
    const views = await this.work.query<{ id: string; name: string; query: string }>(
      `SELECT id, name, query FROM saved_views WHERE organization_id = $1`,
      [this.work.tenant.organizationId],
    )
    const folded = words.map((word) => fold(word))
    const about = views.filter(({ name, query }) => {
      const said = fold(`${name}\n${decoded(query)}`)
      return folded.some((word) => said.includes(word))
    })
    if (about.length === 0) return
    await this.work.query('DELETE FROM saved_views WHERE organization_id = $1 AND id = ANY($2::uuid[])', [
      this.work.tenant.organizationId,
      about.map(({ id }) => id),
    ])
  }
}

/** As it was typed: addresses are encoded once, and what stands in a filter is JSON. */
const decoded = (query: string): string =>
  [...new URLSearchParams(query)].map(([, value]) => value.replaceAll('\\"', '"')).join('\n')
