import { type LikelyDuplicates, type LikelyDuplicatesOf, MAX_LIKELY_DUPLICATES } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { matchedOf, type Medium } from './contact-match.rules.ts'
import { sortable } from './search-words.rules.ts'

type Reason = LikelyDuplicates[number]['reasons'][number]
type Found = Omit<LikelyDuplicates[number], 'reasons'>

interface Hit extends Reason {
  id: string
}

/** One address may stand with hundreds of people: an agency's. More than these tell nothing more. */
const MAX_HITS = 100
/** Shorter names are like too many. */
const MIN_NAME = 3

@Injectable()
export class LikelyDuplicatesQueries {
  constructor(private readonly work: UnitOfWork) {}

  /** The surest first: more addresses in common, then names that are nearer. */
  async of(wanted: LikelyDuplicatesOf): Promise<LikelyDuplicates> {
    const hits = [...(await this.byAddress(wanted)), ...(await this.byName(wanted))]
    const reasons = Map.groupBy(
      hits.filter(({ id }) => id !== wanted.exceptId),
      ({ id }) => id,
    )
    const addresses = (id: string): number => reasons.get(id)!.filter(({ same }) => same !== 'name').length
    const ids = [...reasons.keys()]
      .toSorted((one, other) => addresses(other) - addresses(one))
      .slice(0, MAX_LIKELY_DUPLICATES)
    const people = await this.people(ids)
    return ids.flatMap((id) => {
      const person = people.get(id)
      if (!person) return []
      return [{ ...person, reasons: reasons.get(id)!.map(({ same, value }) => ({ same, value })) }]
    })
  }

  private async byAddress({ emails, phones, links }: LikelyDuplicatesOf): Promise<Hit[]> {
    const matched = (medium: Medium, values: readonly string[]) =>
      values.map((value) => [medium, matchedOf(medium, value)] as const)
    const wanted = [
      ...matched('email', emails),
      ...matched('phone', phones),
      ...matched('link', links),
    ].filter(([medium, text]) => text.length >= (medium === 'phone' ? 5 : 1))
    if (wanted.length === 0) return []
    return this.work.query<Hit>(
      `SELECT DISTINCT s.stands_for AS id, k.medium AS same, k.value
         FROM unnest($2::text[], $3::text[]) AS w(medium, matched)
        CROSS JOIN LATERAL (SELECT k.* FROM candidate_contacts k
          WHERE k.organization_id = $1 AND k.medium = w.medium AND k.matched = w.matched
          ORDER BY k.candidate_id LIMIT ${MAX_HITS}) k
         JOIN candidate_search s ON s.organization_id = $1 AND s.candidate_id = k.candidate_id
        ORDER BY 1, 2, 3`,
      [this.organizationId, wanted.map(([medium]) => medium), wanted.map(([, text]) => text)],
    )
  }

  /** The same name in any script, and names that are nearly the same where signs can be compared. */
  private async byName({ name = '' }: LikelyDuplicatesOf): Promise<Hit[]> {
    const wanted = sortable(name)
    if ([...wanted].length < MIN_NAME && !/\p{sc=Han}/u.test(wanted)) return []
    return this.work.query<Hit>(
      `WITH like_it AS MATERIALIZED (
           SELECT f.id, f.place FROM assay_candidates_like_name($2, ${MAX_LIKELY_DUPLICATES + 1})
             WITH ORDINALITY AS f(id, place)),
         same AS (SELECT c.id FROM candidates c
           WHERE c.organization_id = $1 AND c.sort_name = $2 AND c.merged_into IS NULL
             AND c.erased_at IS NULL
           ORDER BY c.sort_name, c.id LIMIT ${MAX_LIKELY_DUPLICATES + 1})
       SELECT h.id, 'name' AS same, c.name AS value
         FROM (SELECT id, min(place) AS place FROM (SELECT id, 0 AS place FROM same
                 UNION ALL SELECT id, place FROM like_it) AS both_ways GROUP BY id) h
         JOIN candidates c ON c.organization_id = $1 AND c.id = h.id ORDER BY h.place, h.id`,
      [this.organizationId, wanted],
    )
  }

  private async people(ids: readonly string[]): Promise<Map<string, Found>> {
    if (ids.length === 0) return new Map()
    const rows = await this.work.query<Found>(
      `SELECT id, name, headline, company, location FROM candidates
        WHERE organization_id = $1 AND id = ANY($2::uuid[])`,
      [this.organizationId, ids],
    )
    return new Map(rows.map((row) => [row.id, row]))
  }

  private get organizationId(): string {
    return this.work.tenant.organizationId
  }
}
