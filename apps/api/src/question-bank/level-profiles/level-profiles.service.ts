import type { CreateLevelProfile, LevelProfile as LevelProfileShape } from '@assay/contracts'
import { Injectable } from '@nestjs/common'
import { BankEntriesService } from '../bank-entries.service.ts'
import { type BankKind, type BankRow } from '../bank-kind.ts'
import { LevelProfile } from './level-profile.entity.ts'

type LevelProfileRow = BankRow & Omit<LevelProfileShape, keyof BankRow>

@Injectable()
export class LevelProfilesService extends BankEntriesService<LevelProfileRow, CreateLevelProfile> {
  protected readonly kind: BankKind = {
    entity: LevelProfile,
    table: 'level_profiles',
    subject: 'level_profile',
    nameField: 'name',
    searched: ['name', 'description'],
    columns: `e.name, e.level, e.description,
      (SELECT coalesce(json_agg(json_build_object('competencyId', l.competency_id, 'weight', l.weight,
                'reason', l.reason, 'bar', l.bar) ORDER BY l.position), '[]')
         FROM level_profile_competencies l
        WHERE l.organization_id = e.organization_id AND l.level_profile_id = e.id) AS competencies`,
    linked: ['competencies'],
    sort: { name: 'folded_name', updatedAt: 'updated_at' },
    filters: { level: (place) => `e.level = ${place}` },
  }

  protected override async check(facts: Partial<CreateLevelProfile>, before: LevelProfileRow | null) {
    const ids = (all: readonly { competencyId: string }[] = []) => all.map((one) => one.competencyId)
    const references = { wanted: ids(facts.competencies), before: ids(before?.competencies) }
    await this.checkReferences('competencies', { table: 'competencies', column: 'id' }, references)
  }

  protected override async link(id: string, { competencies }: Partial<CreateLevelProfile>): Promise<void> {
    if (!competencies) return
    const owner = [this.work.tenant.organizationId, id]
    await this.work.query(
      'DELETE FROM level_profile_competencies WHERE organization_id = $1 AND level_profile_id = $2',
      owner,
    )
    await this.work.query(
      `INSERT INTO level_profile_competencies
         (organization_id, level_profile_id, competency_id, weight, reason, bar, position)
       SELECT $1, $2, l.* FROM jsonb_to_recordset($3::jsonb)
         AS l("competencyId" uuid, weight float8, reason text, bar int, position int)`,
      [...owner, JSON.stringify(competencies.map((one, position) => ({ ...one, position })))],
    )
  }
}
