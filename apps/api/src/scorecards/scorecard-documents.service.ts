import type { ScorecardsOfApplication, WithheldNames } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import type { Block, DocumentDefinition } from '../documents/document-definition.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { redacted, type Redaction } from './documents/redaction.ts'
import { scorecardBlocks, scorecardsDocument } from './documents/scorecards.document.ts'
import { type PrintedFacts, ScorecardReadingQueries } from './scorecard-reading.queries.ts'
import { ScorecardReadingService } from './scorecard-reading.service.ts'

interface Named {
  id: string
  name: string
}

/** A part of another document, with the facts that the whole of it needs. */
export interface StoodScorecards {
  blocks: Block[]
  organization: string
  /** Said where names are withheld. */
  note: string | null
  redact: (document: DocumentDefinition) => DocumentDefinition
}

const NOTES: Record<WithheldNames, string> = {
  candidate:
    'The candidate’s name and contacts are withheld, also in what people typed, where they stand as known.',
  interviewers: 'The interviewers’ names are withheld, also in what people typed, where they stand as known.',
  both: 'All names are withheld, also in what people typed, where they stand as known.',
}

/** What somebody may read on the screen, on paper: through the same reading, so that nothing else gets there. */
@Injectable()
export class ScorecardDocumentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: ScorecardReadingQueries,
    private readonly reading: ScorecardReadingService,
    private readonly documents: DocumentsService,
  ) {}

  async ofApplication(id: string, withheld?: WithheldNames): Promise<FileAnswer> {
    return this.print(id, await this.reading.ofApplication(id), withheld)
  }

  async one(id: string, withheld?: WithheldNames): Promise<FileAnswer> {
    const { applicationId } = await this.reading.get(id)
    return this.print(applicationId, await this.reading.ofApplication(applicationId, id), withheld)
  }

  /**
   * Scorecards at the revisions that a decision rests on, as a part of its document. `redact` withholds in the whole of it
   * what was asked to be withheld, also of those who voted or had another opinion.
   */
  async asTheyStood(
    applicationId: string,
    revisions: ReadonlyMap<string, number>,
    { withheld, people }: { withheld: WithheldNames | undefined; people: readonly Named[] },
  ): Promise<StoodScorecards> {
    const answer = await this.reading.ofApplication(applicationId)
    const { organization, ...reached } = await this.work.read(() => this.queries.printing(applicationId))
    const scorecards = answer.scorecards.flatMap((scorecard) => {
      const number = revisions.get(scorecard.id)
      if (number === undefined) return []
      return [{ ...scorecard, revisions: scorecard.revisions.filter((one) => one.number <= number) }]
    })
    const authors = [...scorecards.map(({ author }) => author), ...people]
    return {
      blocks: scorecardBlocks({ scorecards, interviews: answer.interviews }),
      organization,
      note: withheld ? NOTES[withheld] : null,
      redact: (document) =>
        withheld ? redacted(document, redactionOf({ ...answer, authors }, reached, withheld)) : document,
    }
  }

  private async print(
    applicationId: string,
    answer: ScorecardsOfApplication,
    withheld?: WithheldNames,
  ): Promise<FileAnswer> {
    const { organization, madeAt, personId, ...reached } = await this.work.read(async () => ({
      ...(await this.queries.printing(applicationId)),
      madeAt: await this.work.now(),
      personId: this.work.tenant.userId,
    }))
    const note = withheld ? NOTES[withheld] : null
    const whole = scorecardsDocument({ ...answer, organization, madeAt, note })
    const authors = answer.scorecards.map(({ author }) => author)
    const document = withheld
      ? redacted(whole, redactionOf({ ...answer, authors }, reached, withheld))
      : whole
    return { name: document.title, extension: 'pdf', bytes: await this.documents.render(document, personId) }
  }
}

const redactionOf = (
  { candidate, authors: all }: Pick<ScorecardsOfApplication, 'candidate'> & { authors: readonly Named[] },
  { phones, links }: Pick<PrintedFacts, 'phones' | 'links'>,
  withheld: WithheldNames,
): Redaction => {
  const authors = new Map(all.map(({ id, name }) => [id, name]))
  const ofCandidate = withheld !== 'interviewers'
  return {
    names: [
      ...(ofCandidate ? [{ name: candidate.name, by: 'the candidate' }] : []),
      ...(withheld === 'candidate'
        ? []
        : [...authors.values()].map((name, place) => ({ name, by: `Interviewer ${place + 1}` }))),
    ],
    phones: ofCandidate ? phones : [],
    links: ofCandidate ? links : [],
    contacts: ofCandidate,
  }
}
