import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { CandidateRow } from './candidate-rows.ts'
import { nameQuestion, nameWords, sortable, textWords } from './search-words.rules.ts'

/** About forty pages; whoever writes more is found by the first forty. */
const MAX_RESUME = 100_000

/** Keeps what candidates are found by. Works inside the caller's unit of work. */
@Injectable()
export class CandidateSearchService {
  constructor(private readonly work: UnitOfWork) {}

  /** To be called when a name or an e-mail address changed. */
  async setNames(facts: Pick<CandidateRow, 'id' | 'name' | 'preferredName' | 'emails'>): Promise<void> {
    const names = [facts.name, ...(facts.preferredName === null ? [] : [facts.preferredName])]
    const words = nameWords(
      names,
      facts.emails.map(({ value }) => value),
    )
    await this.work.query(
      `INSERT INTO candidate_search (organization_id, candidate_id, stands_for, full_name, names)
       VALUES ($1, $2, $2, $3, $4)
       ON CONFLICT (organization_id, candidate_id) DO UPDATE
         SET full_name = excluded.full_name, names = excluded.names`,
      [this.work.tenant.organizationId, facts.id, sortable(facts.name), words],
    )
  }

  /** The text of all résumés of a candidate; replaces what was there. */
  async setResumeText(candidateId: string, text: string): Promise<void> {
    await this.work.query(
      'UPDATE candidate_search SET resume = $3 WHERE organization_id = $1 AND candidate_id = $2',
      [this.work.tenant.organizationId, candidateId, textWords(text.slice(0, MAX_RESUME).toWellFormed())],
    )
  }

  /**
   * What is typed into a box of names, as a tsquery over `candidate_search.names` for the statements of other features;
   * null when nothing in it can be looked for.
   */
  namesAsked(typed: string): string | null {
    return nameQuestion(typed)
  }

  /**
   * Every candidate that is this person by now: itself, and whom was merged into it. Rows of other features stay with
   * the candidate they were made for, and are read by all of these ids; so a merge can be undone without moving them.
   */
  async idsOf(candidateId: string): Promise<string[]> {
    const rows = await this.work.query<{ id: string }>(
      `SELECT candidate_id AS id FROM candidate_search
        WHERE organization_id = $1 AND stands_for = $2 ORDER BY candidate_id <> $2, candidate_id`,
      [this.work.tenant.organizationId, candidateId],
    )
    return rows.map(({ id }) => id)
  }

  /** `otherId`, and all it stood for, is found as `candidateId` from now on. */
  async foundAs(candidateId: string, otherId: string): Promise<void> {
    await this.work.query(
      'UPDATE candidate_search SET stands_for = $2 WHERE organization_id = $1 AND stands_for = $3',
      [this.work.tenant.organizationId, candidateId, otherId],
    )
  }

  /** Is found as itself again, with all that was merged into it. */
  async foundAsItself(candidateId: string): Promise<void> {
    await this.work.query(
      `WITH RECURSIVE own AS (
         SELECT $2::uuid AS id
         UNION SELECT c.id FROM own JOIN candidates c ON c.organization_id = $1 AND c.merged_into = own.id)
       UPDATE candidate_search s SET stands_for = $2 FROM own
        WHERE s.organization_id = $1 AND s.candidate_id = own.id`,
      [this.work.tenant.organizationId, candidateId],
    )
  }
}
