import type { CreateQuestion, Question as QuestionShape, QuestionTag } from '@assay/contracts'
import { Injectable } from '@nestjs/common'
import { BankEntriesService } from '../bank-entries.service.ts'
import { asked, type BankKind, type BankRow, listHolds, templatesWith } from '../bank-kind.ts'
import { Question } from './question.entity.ts'

/** Nobody reads further down a choice; the search finds what stands beyond. */
const MOST_TAGS = 500

type QuestionRow = BankRow & Omit<QuestionShape, keyof BankRow>

@Injectable()
export class QuestionsService extends BankEntriesService<QuestionRow, CreateQuestion> {
  protected readonly kind: BankKind = {
    entity: Question,
    table: 'questions',
    subject: 'question',
    nameField: 'title',
    searched: ['title', 'prompt'],
    columns: `e.title, e.prompt, e.intent, e.expected_points AS "expectedPoints",
      e.senior_extras AS "seniorExtras", e.red_flags AS "redFlags", e.follow_ups AS "followUps", e.anchors,
      e.minutes, e.levels, e.areas, e.tags, ${templatesWith('version_questions', 'question_id')}, ${asked},
      (SELECT coalesce(json_agg(json_build_object('competencyId', l.competency_id, 'informs', l.informs)
                ORDER BY l.position), '[]')
         FROM question_competencies l
        WHERE l.organization_id = e.organization_id AND l.question_id = e.id) AS competencies,
      (SELECT coalesce(json_agg(l.structure_id ORDER BY l.position), '[]') FROM question_structures l
        WHERE l.organization_id = e.organization_id AND l.question_id = e.id) AS "structureIds"`,
    linked: ['competencies', 'structureIds'],
    sort: { title: 'folded_name', updatedAt: 'updated_at' },
    filters: {
      level: listHolds('levels'),
      area: listHolds('areas'),
      tag: listHolds('tags'),
      competencyId: (place) => `EXISTS (SELECT FROM question_competencies l
        WHERE l.organization_id = e.organization_id AND l.competency_id = ${place} AND l.question_id = e.id)`,
    },
  }

  /** Of the whole bank, by name: a page of a list knows only those in sight. */
  tags(): Promise<QuestionTag[]> {
    return this.work.read(() =>
      this.work.query<QuestionTag>(
        `SELECT tag, count(*)::int AS questions FROM questions e, jsonb_array_elements_text(e.tags) AS tag
          WHERE e.organization_id = $1 AND e.archived_at IS NULL
          GROUP BY tag ORDER BY lower(tag), tag LIMIT ${MOST_TAGS}`,
        [this.work.tenant.organizationId],
      ),
    )
  }

  protected override async check(facts: Partial<CreateQuestion>, before: QuestionRow | null): Promise<void> {
    const ids = (all: readonly { competencyId: string }[] = []) => all.map((one) => one.competencyId)
    const competencies = { wanted: ids(facts.competencies), before: ids(before?.competencies) }
    const structures = { wanted: facts.structureIds ?? [], before: before?.structureIds ?? [] }
    const areas = { wanted: facts.areas ?? [], before: before?.areas ?? [] }
    await this.checkReferences('competencies', { table: 'competencies', column: 'id' }, competencies)
    await this.checkReferences('structureIds', { table: 'answer_structures', column: 'id' }, structures)
    await this.checkReferences('areas', { table: 'areas', column: 'key' }, areas)
  }

  protected override async link(id: string, facts: Partial<CreateQuestion>): Promise<void> {
    const owner = [this.work.tenant.organizationId, id]
    if (facts.competencies) await this.linkCompetencies(owner, facts.competencies)
    if (facts.structureIds) await this.linkStructures(owner, facts.structureIds)
  }

  private async linkCompetencies(owner: string[], all: CreateQuestion['competencies']): Promise<void> {
    await this.work.query(
      'DELETE FROM question_competencies WHERE organization_id = $1 AND question_id = $2',
      owner,
    )
    await this.work.query(
      `INSERT INTO question_competencies (organization_id, question_id, competency_id, informs, position)
       SELECT $1, $2, l.* FROM jsonb_to_recordset($3::jsonb)
         AS l("competencyId" uuid, informs text, position int)`,
      [...owner, JSON.stringify(all.map((one, position) => ({ ...one, position })))],
    )
  }

  private async linkStructures(owner: string[], structureIds: readonly string[]): Promise<void> {
    await this.work.query(
      'DELETE FROM question_structures WHERE organization_id = $1 AND question_id = $2',
      owner,
    )
    await this.work.query(
      `INSERT INTO question_structures (organization_id, question_id, structure_id, position)
       SELECT $1, $2, l.id, l.position FROM unnest($3::uuid[]) WITH ORDINALITY AS l(id, position)`,
      [...owner, structureIds],
    )
  }
}
