import type { AuditAction, CastVote, Debrief as Answer } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound, RevisionConflict } from '../http/http.errors.ts'
import { DebriefReadingService, type Standing } from './debrief-reading.service.ts'
import { DebriefVote } from './debrief-vote.entity.ts'
import { DebriefRefused } from './debrief.errors.ts'
import {
  judgeBeginningToTalk,
  judgeClosing,
  judgeReopening,
  judgeVoting,
  judgeWritingNotes,
  type Taking,
  type Verdict,
} from './debrief.rules.ts'
import { type DebriefRow, DebriefsQueries } from './debriefs.queries.ts'

/** What the panel does in its meeting. Nothing of it moves an application. */
@Injectable()
export class DebriefsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly keys: CandidateKeysService,
    private readonly queries: DebriefsQueries,
    private readonly reading: DebriefReadingService,
  ) {}

  ofApplication(applicationId: string): Promise<Answer> {
    return this.reading.ofApplication(applicationId)
  }

  /** What is on record says that somebody voted, not how: an admin who has not voted reads that record. */
  vote(id: string, { phase, value }: CastVote): Promise<Answer> {
    return this.step(
      id,
      (taking) => judgeVoting(taking, phase),
      async ({ organizationId, userId }) => {
        const votes = await this.queries.votes(id)
        const last = votes.find((one) => one.phase === phase && one.person.id === userId)
        if (last?.value === value) return
        const vote = { organizationId, id: newId(), debriefId: id, userId, phase, value }
        await this.work.repository(DebriefVote).insert(vote)
        if (phase === 'before') await this.queries.noteVoter(id)
        this.record('debrief.voted', id, { phase })
      },
    )
  }

  beginTalking(id: string): Promise<Answer> {
    return this.step(id, judgeBeginningToTalk, async () => {
      await this.queries.beginTalking(id)
      this.record('debrief.talking_begun', id)
    })
  }

  close(id: string): Promise<Answer> {
    return this.step(id, judgeClosing, async () => {
      await this.queries.close(id, true)
      this.record('debrief.closed', id)
    })
  }

  reopen(id: string): Promise<Answer> {
    return this.step(id, judgeReopening, async () => {
      await this.queries.close(id, false)
      this.record('debrief.reopened', id)
    })
  }

  /** `seen` is the revision that was written on; another one is never written over. */
  write(id: string, notes: string, seen: number): Promise<Answer> {
    return this.step(id, judgeWritingNotes, async ({ row, application }) => {
      if (row.revision !== seen) {
        throw new RevisionConflict(await this.reading.ofApplication(row.applicationId))
      }
      await this.queries.writeNotes(id, await this.keys.seal(application.candidateId, notes))
      this.record('debrief.notes_written', id)
    })
  }

  /** Others wait until it is done; what stands there is read after that. */
  private step(
    id: string,
    judge: (taking: Taking) => Verdict,
    take: (
      at: Pick<Standing, 'application'> & { row: DebriefRow; organizationId: string; userId: string },
    ) => Promise<void>,
  ): Promise<Answer> {
    return this.work.run(async () => {
      const { organizationId, userId } = this.work.tenant
      const row = await this.queries.locked(id)
      if (!row || userId === null) throw new NotFound()
      const { taking, application } = await this.reading.standing(row.applicationId, row)
      if (taking.state === 'withheld') throw new NotFound()
      const { allowed, because } = judge(taking)
      if (!allowed) throw new DebriefRefused(because)
      await take({ row, application, organizationId, userId })
      return this.reading.ofApplication(row.applicationId)
    })
  }

  private record(
    action: Extract<AuditAction, `debrief.${string}`>,
    id: string,
    details: Record<string, unknown> = {},
  ): void {
    this.audit.record({ action, subjectType: 'debrief', subjectId: id, details })
  }
}
