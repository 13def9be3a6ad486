import type { ScorecardsOfApplication, WithheldNames } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { DocumentsService } from '../documents/documents.service.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { redacted, type Redaction } from './documents/redaction.ts'
import { scorecardsDocument } from './documents/scorecards.document.ts'
import { type PrintedFacts, ScorecardReadingQueries } from './scorecard-reading.queries.ts'
import { ScorecardReadingService } from './scorecard-reading.service.ts'

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
    const document = withheld ? redacted(whole, redactionOf(answer, reached, withheld)) : whole
    return { name: document.title, extension: 'pdf', bytes: await this.documents.render(document, personId) }
  }
}

const redactionOf = (
  { candidate, scorecards }: ScorecardsOfApplication,
  { phones, links }: Pick<PrintedFacts, 'phones' | 'links'>,
  withheld: WithheldNames,
): Redaction => {
  const authors = new Map(scorecards.map(({ author }) => [author.id, author.name]))
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
