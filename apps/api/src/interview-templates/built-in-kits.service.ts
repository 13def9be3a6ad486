import {
  type BankEntries,
  bankEntries,
  type VersionBank,
  type VersionContent,
  type VersionDraft,
  writeOut,
} from '@assay/contracts'
import { type InterviewKit, interviewKits, kitsVersion } from '@assay/interview-kits'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { InterviewTemplateVersionsQueries } from './interview-template-versions.queries.ts'
import { InterviewTemplateVersionsService } from './interview-template-versions.service.ts'
import { draftOfKit, editionDraft } from './kit-draft.ts'
import { seedStatements } from './kit-rows.ts'
import { differencesOf } from './version-difference.rules.ts'

interface Known {
  id: string
  key: string
  builtInVersion: string
  archived: boolean
}

/** The kit cannot be written here: an entry it names is missing, because an own one has its name. */
const UNWRITABLE = null

/** Gives an organization the built-in kits: new ones published, a newer edition of one that is there as a draft. */
@Injectable()
export class BuiltInKitsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: InterviewTemplateVersionsQueries,
    private readonly versions: InterviewTemplateVersionsService,
  ) {}

  /** Joins the caller's unit of work; the bank has the built-in entries already. Answers how many versions are new. */
  async furnish(): Promise<number> {
    const known = await this.known()
    const missing = interviewKits.filter(({ key }) => !known.has(key))
    const behind = interviewKits.filter(({ key }) => {
      const template = known.get(key)
      return template !== undefined && template.builtInVersion !== kitsVersion
    })
    if (missing.length + behind.length === 0) return 0
    const { bank, idOf } = await this.builtInBank()
    let made = await this.publish(missing, bank, idOf)
    for (const kit of behind) made += await this.offer(kit, known.get(kit.key)!, { bank, idOf })
    return made
  }

  async isIncomplete(): Promise<boolean> {
    const known = await this.known()
    return interviewKits.some(({ key }) => known.get(key)?.builtInVersion !== kitsVersion)
  }

  private async publish(
    kits: readonly InterviewKit[],
    bank: BankEntries,
    idOf: (key: string) => string,
  ): Promise<number> {
    const rows = kits.flatMap((kit) => {
      const draft = draftOfKit(kit, idOf, newId)
      const content = writtenOut(draft, bank)
      return content === UNWRITABLE ? [] : [{ kit, templateId: newId(), versionId: newId(), draft, content }]
    })
    if (rows.length === 0) return 0
    for (const { statement, values } of seedStatements(rows)) {
      await this.work.query(statement, [this.work.tenant.organizationId, JSON.stringify(values)])
    }
    return rows.length
  }

  /** What a newer edition says otherwise stands in a draft of its own: nothing that people wrote is touched. */
  private async offer(
    kit: InterviewKit,
    template: Known,
    { bank, idOf }: { bank: BankEntries; idOf: (key: string) => string },
  ): Promise<number> {
    const { organizationId } = this.work.tenant
    await this.work.query(
      'UPDATE interview_templates SET built_in_version = $3 WHERE organization_id = $1 AND id = $2',
      [organizationId, template.id, kitsVersion],
    )
    const startId = await this.queries.startOf(template.id)
    if (template.archived || startId === null) return 0
    const start = await this.queries.one(startId)
    const draft = editionDraft(kit, { bank, idOf, newId, before: start.draft })
    const content = writtenOut(draft, bank)
    const present = start.content ?? writtenOut(start.draft, bank)
    if (content === UNWRITABLE || (present && differencesOf(present, content).length === 0)) return 0
    const { number } = await this.queries.nextOf(template.id)
    const note = `The built-in kit, edition ${kitsVersion}.`
    await this.versions.begin(template.id, number, draft, { start, builtInVersion: kitsVersion, note })
    return 1
  }

  private async known(): Promise<Map<string, Known>> {
    const rows = await this.work.query<Known>(
      `SELECT id, key, built_in_version AS "builtInVersion", archived_at IS NOT NULL AS archived
         FROM interview_templates WHERE organization_id = $1 AND key IS NOT NULL`,
      [this.work.tenant.organizationId],
    )
    return new Map(rows.map((row) => [row.key, row]))
  }

  private async builtInBank(): Promise<{ bank: BankEntries; idOf: (key: string) => string }> {
    const bank: VersionBank = await this.queries.builtIn()
    const ids = new Map(
      Object.values(bank)
        .flat()
        .map(({ id, key }) => [key, id]),
    )
    return { bank: bankEntries(bank), idOf: (key) => ids.get(key) ?? '' }
  }
}

const writtenOut = (draft: VersionDraft, bank: BankEntries): VersionContent | typeof UNWRITABLE => {
  const written = writeOut(draft, bank)
  return written.complete ? written.content : UNWRITABLE
}
