import type { Principal } from '@assay/access'
import { canonicalize } from '@assay/audit-chain'
import {
  type InterviewTemplateVersion as VersionAnswer,
  isBlank,
  type VersionContent,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { AuditService } from '../audit/audit.service.ts'
import { RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import { InterviewTemplateVersion } from './interview-template-version.entity.ts'
import { ownMinutesOf } from './interview-template-versions.service.ts'
import { refusal, VersionIncomplete } from './interview-template.errors.ts'
import { type ReadVersion, VersionReadingService } from './version-reading.service.ts'
import { judgeVersionStep, type VersionCommand } from './version-status.rules.ts'
import { VersionUsesService } from './version-uses.service.ts'

/** What the person had before their eyes: the bank may have changed a draft without a new revision of it. */
interface Seen {
  revision: number | null
  wordsHash?: string | undefined
}
type NoteSeen = Seen & { note?: string | undefined }

type Verb = 'submitted' | 'returned' | 'published' | 'retired'

/** With the record of its publishing, a later change of a version's words would show, whoever made it. */
const hashOf = (content: VersionContent): string =>
  createHash('sha256').update(canonicalize(content)).digest('hex')

/** The life of a version: each step in one unit of work, with its record. */
@Injectable()
export class VersionStepsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly reading: VersionReadingService,
    private readonly uses: VersionUsesService,
  ) {}

  async submitForReview(id: string, { note, ...seen }: NoteSeen, asking: Principal): Promise<VersionAnswer> {
    return this.take('submit_for_review', { id, ...seen }, asking, async (version) => {
      const said = noteOf(version, note)
      await this.freeze(version)
      await this.set(version, {
        status: 'in_review',
        content: version.content,
        note: said,
        returnNote: '',
        submittedBy: asking.userId,
        submittedAt: () => 'now()',
      })
      this.record('submitted', version, { note: said })
    })
  }

  /** Back to a draft, which follows the bank again where it says nothing of its own. */
  async return(
    id: string,
    { note, ...seen }: Seen & { note: string },
    asking: Principal,
  ): Promise<VersionAnswer> {
    return this.take('return', { id, ...seen }, asking, async (version) => {
      await this.set(version, {
        status: 'draft',
        content: null,
        returnNote: note,
        submittedBy: null,
        submittedAt: null,
      })
      const content = await this.reading.writtenOut(version.row.draft)
      await this.uses.write(id, content, ownMinutesOf(version.row.draft))
      this.record('returned', version, { note })
    })
  }

  /** The version that was published before is retired: new interviews take one, and it is this. */
  async publish(id: string, { note, ...seen }: NoteSeen, asking: Principal): Promise<VersionAnswer> {
    return this.take('publish', { id, ...seen }, asking, async (version) => {
      const said = noteOf(version, note)
      if (version.row.status === 'draft') await this.freeze(version)
      const previous = version.row.published
      if (previous) await this.setRetired(await this.reading.readLocked(previous.id))
      await this.set(version, {
        status: 'published',
        content: version.content,
        note: said,
        publishedBy: asking.userId,
        publishedAt: () => 'now()',
      })
      this.record('published', version, { note: said, contentHash: hashOf(version.content) })
    })
  }

  async retire(id: string, revision: number | null, asking: Principal): Promise<VersionAnswer> {
    return this.take('retire', { id, revision }, asking, (version) => this.setRetired(version))
  }

  private async take(
    step: VersionCommand,
    { id, revision, wordsHash }: { id: string } & Seen,
    asking: Principal,
    act: (version: ReadVersion) => Promise<void>,
  ): Promise<VersionAnswer> {
    return this.work.run(async () => {
      const version = await this.reading.readLocked(id)
      const verdict = judgeVersionStep(step, this.reading.factsFor(version.row, asking))
      if (!verdict.allowed) throw refusal(verdict)
      const isOther = wordsHash !== undefined && wordsHash !== version.wordsHash
      if (isOther || (revision !== null && revision !== version.row.revision)) {
        throw new RevisionConflict(this.reading.answerOf(version, asking))
      }
      await act(version)
      return this.reading.show(id, asking)
    })
  }

  /** What it uses is written for the last time, with the minutes as they are now. */
  private async freeze({ row, content, gaps }: ReadVersion): Promise<void> {
    if (gaps.length > 0) throw new VersionIncomplete(gaps)
    const questions = content.sections.flatMap((section) => section.questions)
    const minutes = new Map(questions.map((question) => [question.id, question.minutes]))
    await this.uses.write(row.id, content, (questionId) => minutes.get(questionId) ?? null)
  }

  private async setRetired(version: ReadVersion): Promise<void> {
    await this.set(version, { status: 'retired', retiredAt: () => 'now()' })
    this.record('retired', version, {})
  }

  private async set({ row }: ReadVersion, columns: object): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work
      .repository(InterviewTemplateVersion)
      .update(
        { organizationId, id: row.id },
        { ...columns, revision: row.revision + 1, updatedAt: () => 'now()' },
      )
  }

  private record(verb: Verb, { row }: ReadVersion, details: Record<string, unknown>): void {
    this.audit.record({
      action: `interview_template_version.${verb}`,
      subjectType: 'interview_template_version',
      subjectId: row.id,
      details: { number: row.number, templateId: row.templateId, ...details },
    })
  }
}

/** The history is read by people who were not there: it says what is new in each version. */
const noteOf = ({ row }: ReadVersion, note: string | undefined): string => {
  const said = (note ?? row.note).trim()
  if (isBlank(said)) throw new ValidationFailed({ note: 'Say in a sentence what is new in this version.' })
  return said
}
