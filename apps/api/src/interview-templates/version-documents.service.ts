import {
  bankEntries,
  type PreparationSheet,
  type TemplateFile,
  type VersionContent,
  type VersionDiff,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { DocumentDefinition } from '../documents/document-definition.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { ValidationFailed } from '../http/http.errors.ts'
import { kitPacket } from './documents/kit-packet.document.ts'
import { candidateSheet } from './documents/preparation-sheet.document.ts'
import { InterviewTemplateVersionsQueries } from './interview-template-versions.queries.ts'
import { preparationSheetOf } from './preparation-sheet.rules.ts'
import { toTemplateFile } from './template-file.rules.ts'
import { differencesOf } from './version-difference.rules.ts'
import { type ReadVersion, VersionReadingService } from './version-reading.service.ts'

/** What is made from a version: for the interviewer, for the candidate, for another Assay. */
@Injectable()
export class VersionDocumentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: InterviewTemplateVersionsQueries,
    private readonly reading: VersionReadingService,
    private readonly documents: DocumentsService,
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

  /** All that an interviewer takes into the room, as a PDF. */
  async kitPacket(id: string): Promise<FileAnswer> {
    const { row, content, madeAt, personId } = await this.printed(id)
    const { number, status, organizationName: organization } = row
    const { name, purpose } = row.template
    const packet = kitPacket({ name, purpose, number, status, organization, content, madeAt })
    return this.print(`${name} v${number}`, packet, personId)
  }

  /** The preparation sheet as a PDF. */
  async candidateSheet(id: string): Promise<FileAnswer> {
    const { row, content, madeAt, personId } = await this.printed(id)
    const { number, status, organizationName: organization } = row
    const sheet = preparationSheetOf(row.template.name, content)
    return this.print(sheet.name, candidateSheet({ sheet, number, status, organization, madeAt }), personId)
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

  private printed(id: string): Promise<ReadVersion & { madeAt: Date; personId: string | null }> {
    return this.work.read(async () => ({
      ...(await this.reading.read(id)),
      madeAt: await this.work.now(),
      personId: this.work.tenant.userId,
    }))
  }

  private async print(
    name: string,
    document: DocumentDefinition,
    personId: string | null,
  ): Promise<FileAnswer> {
    return { name, extension: 'pdf', bytes: await this.documents.render(document, personId) }
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
