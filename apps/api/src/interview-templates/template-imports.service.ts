import {
  type BankEntries,
  bankEntries,
  fold,
  type ImportTemplate,
  type TemplateFile,
  type TemplateImport,
  type VersionContent,
  type VersionDifference,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { ValidationFailed } from '../http/http.errors.ts'
import { AnswerStructuresService } from '../question-bank/answer-structures/answer-structures.service.ts'
import { CompetenciesService } from '../question-bank/competencies/competencies.service.ts'
import { QuestionsService } from '../question-bank/questions/questions.service.ts'
import { SignalsService } from '../question-bank/signals/signals.service.ts'
import { InterviewTemplateVersionsQueries, type VersionRow } from './interview-template-versions.queries.ts'
import { InterviewTemplateVersionsService } from './interview-template-versions.service.ts'
import { InterviewTemplatesService } from './interview-templates.service.ts'
import { type ImportPlan, planImport, twinsOf } from './template-file.rules.ts'
import { differencesOf } from './version-difference.rules.ts'
import { VersionReadingService } from './version-reading.service.ts'

/** Takes everything back that a dry run did, and carries what it found out of the transaction. */
class DryRunEnded extends Error {
  constructor(readonly found: TemplateImport) {
    super('A dry run ends by undoing itself.')
  }
}

/** A template file becomes a draft: all of it in one unit of work, or nothing. */
@Injectable()
export class TemplateImportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: InterviewTemplatesService,
    private readonly versions: InterviewTemplateVersionsService,
    private readonly reading: VersionReadingService,
    private readonly queries: InterviewTemplateVersionsQueries,
    private readonly competencies: CompetenciesService,
    private readonly structures: AnswerStructuresService,
    private readonly signals: SignalsService,
    private readonly questions: QuestionsService,
  ) {}

  /** A dry run does the same work and takes it back: what it tells is what would happen. */
  async take(wanted: ImportTemplate): Promise<TemplateImport> {
    try {
      return await this.work.run(async () => {
        const found = await this.carryOut(wanted)
        if (wanted.dryRun) throw new DryRunEnded(found)
        return found
      })
    } catch (error) {
      if (error instanceof DryRunEnded) return error.found
      throw error
    }
  }

  private async carryOut({ file, dryRun, name, templateId }: ImportTemplate): Promise<TemplateImport> {
    const bank = bankEntries(await this.queries.namedIn(namesOf(file)))
    const template = templateId === undefined ? null : await this.templates.get(templateId)
    const start = template?.published ? await this.queries.one(template.published.id) : null
    const plan = planImport(file, bank, { newId, before: start?.draft ?? null })
    const finalName = template?.name ?? name ?? file.name
    const problems = await this.problemsOf(plan, template ? null : finalName)
    const about = { dryRun, name: finalName, problems, fates: plan.fates }
    if (Object.keys(problems).length > 0) {
      if (!dryRun) throw new ValidationFailed(problems)
      return { ...about, differences: [], gaps: [], templateId: null, versionId: null }
    }
    await this.add(file, plan)
    const facts = { name: finalName, purpose: file.purpose }
    const made = template
      ? { templateId: template.id, versionId: await this.begin(template.id, plan, start) }
      : await this.beginTemplate(facts, plan)
    const { content, gaps } = await this.reading.read(made.versionId)
    const differences = await this.differences(template?.published?.id, content)
    return { ...about, differences, gaps, ...(dryRun ? { templateId: null, versionId: null } : made) }
  }

  /** What was told before the work begins, all of it at once. */
  private async problemsOf(plan: ImportPlan, newName: string | null): Promise<Record<string, string>> {
    const problems = twinsOf(plan)
    const isTaken = newName !== null && (await this.queries.isTemplateName(fold(newName)))
    if (isTaken) problems['name'] = `There is a template "${newName}" already: give another name.`
    const archived = await this.queries.archived({
      competencies: idsIn(plan, 'competency'),
      questions: idsIn(plan, 'question'),
      structures: idsIn(plan, 'structure'),
      signals: idsIn(plan, 'signal'),
    })
    for (const { what, ref, name } of plan.fates) {
      if (archived.has(plan.ids.get(`${what} ${ref}`) ?? '')) {
        problems[`${what} ${ref}`] = `"${name}" is archived here: restore it in the question bank first.`
      }
    }
    return problems
  }

  private async beginTemplate(facts: { name: string; purpose: string }, { draft }: ImportPlan) {
    const template = await this.templates.createWith(facts, draft)
    return { templateId: template.id, versionId: template.open[0]!.id }
  }

  private async begin(templateId: string, { draft }: ImportPlan, start: VersionRow | null): Promise<string> {
    const number = await this.versions.nextNumber(templateId)
    return this.versions.begin(templateId, number, draft, { start })
  }

  private async differences(
    publishedId: string | undefined,
    content: VersionContent,
  ): Promise<VersionDifference[]> {
    if (publishedId === undefined) return []
    return differencesOf((await this.reading.read(publishedId)).content, content)
  }

  /** What the bank does not have yet, each with its own record; questions last, because they name the others. */
  private async add(file: TemplateFile, plan: ImportPlan): Promise<void> {
    const added = <Entry extends { ref: string }>(what: string, entries: readonly Entry[]) =>
      entries
        .filter(({ ref }) =>
          plan.fates.some((one) => one.what === what && one.ref === ref && one.fate === 'added'),
        )
        .map((entry) => ({ entry, id: plan.ids.get(`${what} ${entry.ref}`)! }))
    for (const { entry, id } of added('structure', file.structures)) {
      const { ref: _ref, key: _key, ...facts } = entry
      await this.structures.create(facts, id)
    }
    for (const { entry, id } of added('signal', file.signals)) {
      const { ref: _ref, key: _key, ...facts } = entry
      await this.signals.create(facts, id)
    }
    for (const { entry, id } of added('competency', file.competencies)) {
      const { ref: _ref, key: _key, ...facts } = entry
      await this.competencies.create({ ...facts, areas: [] }, id)
    }
    for (const { entry, id } of added('question', file.questions)) {
      const { ref: _ref, key: _key, competencies, structures, ...facts } = entry
      await this.questions.create(
        {
          ...facts,
          competencies: competencies.map(({ competency, informs }) => ({
            competencyId: plan.ids.get(`competency ${competency}`)!,
            informs,
          })),
          structureIds: structures.map((ref) => plan.ids.get(`structure ${ref}`)!),
          areas: [],
          tags: [],
        },
        id,
      )
    }
  }
}

type Names = Record<keyof BankEntries, { keys: string[]; names: string[] }>

/** By what an entry of a file is found in the bank. */
const namesOf = (file: TemplateFile): Names => {
  const of = (entries: readonly { key: string | null; name?: string; title?: string; text?: string }[]) => ({
    keys: entries.flatMap(({ key }) => (key === null ? [] : [key])),
    names: entries.map(({ name, title, text }) => fold(name ?? title ?? text ?? '')),
  })
  return {
    competencies: of(file.competencies),
    questions: of(file.questions),
    structures: of(file.structures),
    signals: of(file.signals),
  }
}

const idsIn = ({ fates, ids }: ImportPlan, wanted: string): string[] =>
  fates
    .filter(({ what, fate }) => what === wanted && fate !== 'added')
    .flatMap(({ what, ref }) => ids.get(`${what} ${ref}`) ?? [])
