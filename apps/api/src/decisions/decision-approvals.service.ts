import type { Principal } from '@assay/access'
import type { Decision as Answer } from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { ApplicationCommandsService } from '../applications/application-commands.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound } from '../http/http.errors.ts'
import { DecisionAnswer } from './decision-answer.entity.ts'
import { DecisionNoticesService } from './decision-notices.service.ts'
import { answeringFactsOf, DecisionReadingService } from './decision-reading.service.ts'
import { ApproverMissing, DecisionRefused } from './decision.errors.ts'
import { commandsOf, groupInTurn, judgeApproving, judgeRefusing, missingApprovers } from './decision.rules.ts'
import { type DecidedApplication, type DecisionRow, DecisionsQueries } from './decisions.queries.ts'

/** Answers of those who have to agree. With the last of them the decision counts, and its application moves. */
@Injectable()
export class DecisionApprovalsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly keys: CandidateKeysService,
    private readonly queries: DecisionsQueries,
    private readonly reading: DecisionReadingService,
    private readonly commands: ApplicationCommandsService,
    private readonly notices: DecisionNoticesService,
  ) {}

  approve(id: string, asking: Principal): Promise<Answer> {
    return this.work.run(async () => {
      const { row, application } = await this.locked(id)
      const facts = answeringFactsOf(row, asking.userId)
      refuseUnless(judgeApproving(facts))
      const missing = missingApprovers(facts)
      if (missing !== null) throw new ApproverMissing(missing)
      const approvedBy = new Set([...facts.approvedBy, asking.userId])
      const completes = groupInTurn({ ...facts, approvedBy }) === undefined
      await this.insert(id, asking, { kind: 'approved', sealedReason: null, completes })
      this.record('decision.approved', id, { completes })
      if (completes) {
        await this.carry(row, application, asking)
        await this.notices.ended(application.id, 'decision_agreed', {
          madeBy: facts.madeBy,
          answeredBy: asking.userId,
        })
      } else await this.notices.inTurn(application.id, { ...facts, approvedBy }, facts)
      return this.reading.get(id)
    })
  }

  /** By whoever made it: taken back. */
  refuse(id: string, because: string, asking: Principal): Promise<Answer> {
    return this.work.run(async () => {
      const { row, application } = await this.locked(id)
      refuseUnless(judgeRefusing(answeringFactsOf(row, asking.userId)))
      const sealedReason = await this.keys.seal(row.candidateId, because)
      await this.insert(id, asking, { kind: 'refused', sealedReason, completes: false })
      this.record('decision.refused', id, { because: sealedReason })
      await this.notices.ended(application.id, 'decision_refused', {
        madeBy: row.madeBy.id,
        answeredBy: asking.userId,
      })
      return this.reading.get(id)
    })
  }

  /** Its application is kept from others first, and what stands there is read after that. */
  private async locked(id: string): Promise<{ row: DecisionRow; application: DecidedApplication }> {
    const found = await this.queries.one(id)
    if (!found) throw new NotFound()
    await this.queries.lock(found.applicationId)
    const row = await this.queries.one(id)
    const application = await this.queries.application(found.applicationId)
    if (!row || !application) throw new NotFound()
    return { row, application }
  }

  private async carry(
    { outcome, reason }: DecisionRow,
    { id, status }: DecidedApplication,
    asking: Principal,
  ): Promise<void> {
    if (status === 'withdrawn') {
      throw new DecisionRefused('This application was withdrawn in the meantime. Nothing was recorded.')
    }
    for (const command of commandsOf({ outcome, reasonId: reason?.id ?? null }, status)) {
      await this.commands.carryDecided(id, command, false, asking)
    }
  }

  private async insert(
    decisionId: string,
    { userId }: Principal,
    answer: Pick<DecisionAnswer, 'kind' | 'sealedReason' | 'completes'>,
  ): Promise<void> {
    const { organizationId } = this.work.tenant
    await this.work.repository(DecisionAnswer).insert({ organizationId, decisionId, userId, ...answer })
  }

  private record(
    action: 'decision.approved' | 'decision.refused',
    id: string,
    details: Record<string, unknown>,
  ): void {
    this.audit.record({ action, subjectType: 'decision', subjectId: id, details })
  }
}

const refuseUnless = ({ allowed, because }: { allowed: boolean; because: string }): void => {
  if (!allowed) throw new DecisionRefused(because)
}
