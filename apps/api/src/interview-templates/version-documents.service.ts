import {
  bankEntries,
  type PreparationSheet,
  type TemplateFile,
  type VersionContent,
  type VersionDiff,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ValidationFailed } from '../http/http.errors.ts'
import { InterviewTemplateVersionsQueries } from './interview-template-versions.queries.ts'
import { preparationSheetOf } from './preparation-sheet.rules.ts'
import { toTemplateFile } from './template-file.rules.ts'
import { differencesOf } from './version-difference.rules.ts'
import { VersionReadingService } from './version-reading.service.ts'

/** What is made from a version: for the interviewer, for the candidate, for another Assay. */
@Injectable()
export class VersionDocumentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: InterviewTemplateVersionsQueries,
    private readonly reading: VersionReadingService,
  ) {}

  /** What the interviewer sees, of a draft as it would be published now. */
  preview(id: string): Promise<VersionContent> {
    return this.work.read(async () => (await this.reading.read(id)).content)
  }

  preparationSheet(id: string): Promise<PreparationSheet> {
    return this.work.read(async () => {
      const { row, content } = await this.reading.read(id)
      return preparationSheetOf(row.template.name, content)
    })
  }

  diff(id: string, against?: string): Promise<VersionDiff> {
    return this.work.read(async () => {
      const { row, content } = await this.reading.read(id)
      const otherId = against ?? row.basedOn?.id
      if (otherId === undefined) {
        throw new ValidationFailed({
          against: 'This version began with nothing: say which one to compare with.',
        })
      }
      const other = await this.reading.read(otherId)
      const { number, status } = other.row
      return {
        against: { id: other.row.id, number, status },
        differences: differencesOf(other.content, content),
      }
    })
  }

  file(id: string): Promise<TemplateFile> {
    return this.work.read(async () => {
      const { row, content } = await this.reading.read(id)
      const { name, purpose } = row.template
      return toTemplateFile({ name, purpose }, content, bankEntries(await this.named(content)))
    })
  }

  /** Competencies and structures that the questions name, whether or not the version shows them itself. */
  private named({ sections }: VersionContent) {
    const asked = sections.flatMap(({ questions }) => questions)
    return this.queries.bank({
      competencies: asked.flatMap(({ competencies }) => competencies.map(({ competencyId }) => competencyId)),
      questions: [],
      structures: asked.flatMap(({ structureIds }) => structureIds),
      signals: [],
    })
  }
}
