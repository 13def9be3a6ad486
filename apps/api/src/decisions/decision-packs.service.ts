import type { WithheldNames } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Inject, Injectable } from '@nestjs/common'
import { PUBLIC_URL } from '../config.ts'
import { DebriefReadingService } from '../debriefs/debrief-reading.service.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import { ScorecardDocumentsService } from '../scorecards/scorecard-documents.service.ts'
import { DecisionReadingService } from './decision-reading.service.ts'
import { decisionDocument } from './documents/decision.document.ts'

/** A decision on paper, with everything it rests on, for whoever may read both. */
@Injectable()
export class DecisionPacksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reading: DecisionReadingService,
    private readonly debriefs: DebriefReadingService,
    private readonly scorecards: ScorecardDocumentsService,
    private readonly documents: DocumentsService,
    @Inject(PUBLIC_URL) private readonly publicUrl: () => string,
  ) {}

  async print(id: string, withheld?: WithheldNames): Promise<FileAnswer> {
    const { document, personId } = await this.work.run(async () => {
      const decision = await this.reading.get(id)
      const { applicationId, snapshot, words } = decision
      const votes = await this.debriefs.votesOf(applicationId)
      const people = [
        ...(votes?.before ?? []).map(({ person }) => person),
        ...(votes?.after ?? []).map(({ person }) => person),
        ...(votes?.notHeard.after ?? []),
        ...(words?.dissent ?? []).map(({ userId, name }) => ({ id: userId, name })),
      ]
      const revisions = new Map(snapshot.scorecards.map((one) => [one.id, one.revision]))
      const stood = await this.scorecards.asTheyStood(applicationId, revisions, { withheld, people })
      const whole = decisionDocument({
        decision,
        organization: stood.organization,
        madeAt: await this.work.now(),
        note: stood.note,
        votes,
        scorecards: stood.blocks,
        address: `GET ${this.publicUrl()}/api/v1/decisions/${id}`,
      })
      return { document: stood.redact(whole), personId: this.work.tenant.userId }
    })
    return { name: document.title, extension: 'pdf', bytes: await this.documents.render(document, personId) }
  }
}
