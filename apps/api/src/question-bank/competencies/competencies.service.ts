import type { CreateCompetency, Competency as CompetencyShape } from '@assay/contracts'
import { Injectable } from '@nestjs/common'
import { BankEntriesService } from '../bank-entries.service.ts'
import { type BankKind, type BankRow, listHolds, templatesWith } from '../bank-kind.ts'
import { Competency } from './competency.entity.ts'

type CompetencyRow = BankRow & Omit<CompetencyShape, keyof BankRow>

@Injectable()
export class CompetenciesService extends BankEntriesService<CompetencyRow, CreateCompetency> {
  protected readonly kind: BankKind = {
    entity: Competency,
    table: 'competencies',
    subject: 'competency',
    nameField: 'name',
    searched: ['name', 'definition'],
    columns: `e.name, e.definition, e.for_candidates AS "forCandidates", e.strong_behaviours AS "strongBehaviours",
      e.weak_behaviours AS "weakBehaviours", e.anchors, e.areas,
      ${templatesWith('version_competencies', 'competency_id')}`,
    sort: { name: 'folded_name', updatedAt: 'updated_at' },
    filters: { area: listHolds('areas') },
  }

  protected override async check(facts: Partial<CreateCompetency>, before: CompetencyRow | null) {
    const areas = { wanted: facts.areas ?? [], before: before?.areas ?? [] }
    await this.checkReferences('areas', { table: 'areas', column: 'key' }, areas)
  }
}
