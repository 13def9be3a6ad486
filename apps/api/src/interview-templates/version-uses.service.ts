import type { VersionContent } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'

const replace = (table: string, column: string): string => `
  WITH gone AS (
    DELETE FROM ${table} WHERE organization_id = $1 AND version_id = $2 AND ${column} <> ALL($3::uuid[]))
  INSERT INTO ${table} (organization_id, version_id, ${column})
  SELECT $1, $2, wanted FROM unnest($3::uuid[]) AS wanted ON CONFLICT DO NOTHING`

const QUESTIONS = `
  WITH gone AS (
    DELETE FROM version_questions
     WHERE organization_id = $1 AND version_id = $2 AND question_id <> ALL($3::uuid[]))
  INSERT INTO version_questions AS u (organization_id, version_id, question_id, minutes)
  SELECT $1, $2, wanted.id, wanted.minutes FROM unnest($3::uuid[], $4::int[]) AS wanted(id, minutes)
  ON CONFLICT (organization_id, version_id, question_id) DO UPDATE SET minutes = excluded.minutes
   WHERE u.minutes IS DISTINCT FROM excluded.minutes`

/** Which entries of the bank a version uses, as rows: what the bank may not lose, and where an entry is used. */
@Injectable()
export class VersionUsesService {
  constructor(private readonly work: UnitOfWork) {}

  /** Joins the caller's unit of work. `minutes` only where they are the version's own: else they follow the bank. */
  async write(
    versionId: string,
    { competencies, structures, signals, sections }: VersionContent,
    ownMinutes: (questionId: string) => number | null,
  ): Promise<void> {
    const owner = [this.work.tenant.organizationId, versionId]
    const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id)
    const questionIds = sections.flatMap(({ questions }) => ids(questions))
    await this.work.query(replace('version_competencies', 'competency_id'), [...owner, ids(competencies)])
    await this.work.query(replace('version_structures', 'structure_id'), [...owner, ids(structures)])
    await this.work.query(replace('version_signals', 'signal_id'), [...owner, ids(signals)])
    await this.work.query(QUESTIONS, [...owner, questionIds, questionIds.map(ownMinutes)])
  }
}
