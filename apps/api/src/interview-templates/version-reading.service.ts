import { mayUse, type Principal } from '@assay/access'
import {
  bankEntries,
  type InterviewTemplateVersion,
  type VersionBank,
  type VersionContent,
  type VersionDraft,
  type VersionGap,
  writeOut,
} from '@assay/contracts'
import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { ValidationFailed } from '../http/http.errors.ts'
import {
  idsOf,
  InterviewTemplateVersionsQueries,
  type VersionRow,
} from './interview-template-versions.queries.ts'
import { MANAGE_TEMPLATES } from './interview-templates.access.ts'
import { gapsOf, lengthGaps } from './version-gaps.rules.ts'
import { judgeVersionStep, type VersionFacts, type VersionStep } from './version-status.rules.ts'

/** A version with what it says: a draft written out over the bank as it is now, any other as it was frozen. */
export interface ReadVersion {
  row: VersionRow
  bank: VersionBank | null
  content: VersionContent
  /** Names these words, to tell whether somebody still looks at the same. */
  wordsHash: string
  gaps: VersionGap[]
}

type Verdicts = InterviewTemplateVersion['may']

const hashOf = (words: string): string => createHash('sha256').update(words).digest('base64url')

/** Joins the caller's unit of work. */
@Injectable()
export class VersionReadingService {
  constructor(private readonly queries: InterviewTemplateVersionsQueries) {}

  async read(id: string): Promise<ReadVersion> {
    return this.complete(await this.queries.one(id))
  }

  /** The same, and nobody else writes on it until the transaction ends. */
  async readLocked(id: string): Promise<ReadVersion> {
    return this.complete(await this.queries.lock(id))
  }

  async show(id: string, asking: Principal): Promise<InterviewTemplateVersion> {
    return this.answerOf(await this.read(id), asking)
  }

  /** What a draft says that is not stored yet. Ids that lead nowhere are told by field. */
  async writtenOut(draft: VersionDraft): Promise<VersionContent> {
    return contentOf(draft, await this.queries.bank(idsOf(draft)))
  }

  factsFor(row: VersionRow, asking: Principal): VersionFacts {
    return {
      status: row.status,
      isArchived: row.template.archivedAt !== null,
      actorId: asking.userId,
      isManager: mayUse(asking, MANAGE_TEMPLATES).allowed,
      createdById: row.createdBy?.id ?? null,
      writtenById: row.writtenById,
      submittedById: row.submittedBy?.id ?? null,
      secondPersonRequired: row.secondPersonRequired,
    }
  }

  answerOf(
    { row, bank, content, wordsHash, gaps }: ReadVersion,
    asking: Principal,
  ): InterviewTemplateVersion {
    const facts = this.factsFor(row, asking)
    const may = (step: VersionStep): Verdicts['edit'] => {
      const { allowed, because } = judgeVersionStep(step, facts)
      return { allowed, because }
    }
    const isDraft = row.status === 'draft'
    return {
      ...(row as unknown as InterviewTemplateVersion),
      draft: isDraft ? row.draft : null,
      bank,
      gaps,
      content: isDraft ? null : content,
      wordsHash,
      may: {
        edit: may('edit'),
        discard: may('discard'),
        submitForReview: may('submit_for_review'),
        return: may('return'),
        publish: may('publish'),
        retire: may('retire'),
      },
    }
  }

  private complete(row: VersionRow): ReadVersion {
    const bank = row.content ? null : (row.bank ?? NOTHING)
    const content = row.content ?? contentOf(row.draft, bank ?? NOTHING)
    const words = JSON.stringify(content)
    const gaps = row.content ? [] : [...gapsOf(content), ...lengthGaps(Buffer.byteLength(words))]
    return { row, bank, content, wordsHash: hashOf(words), gaps }
  }
}

const NOTHING: VersionBank = { competencies: [], questions: [], structures: [], signals: [] }

const contentOf = (draft: VersionDraft, bank: VersionBank): VersionContent => {
  const written = writeOut(draft, bankEntries(bank))
  if (written.complete) return written.content
  throw new ValidationFailed(
    Object.fromEntries(
      written.unknown.map(({ field }) => [`draft.${field}`, 'This is not in the question bank.']),
    ),
  )
}
