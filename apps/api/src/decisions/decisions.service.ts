import type { Principal } from '@assay/access'
import { canonicalize } from '@assay/audit-chain'
import type {
  Decision as Answer,
  ListQuery,
  MakeDecision,
  Page,
  PresentSnapshot,
  SupersedeDecision,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { ApplicationCommandsService } from '../applications/application-commands.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound, ValidationFailed } from '../http/http.errors.ts'
import { DecisionNoticesService } from './decision-notices.service.ts'
import { DecisionReadingService } from './decision-reading.service.ts'
import { DecisionSnapshotsService } from './decision-snapshots.service.ts'
import { Decision } from './decision.entity.ts'
import { ApproverMissing, DecisionRefused, SnapshotChanged } from './decision.errors.ts'
import {
  commandsOf,
  judgeDeciding,
  judgeSuperseding,
  missingApprovers,
  type Verdict,
} from './decision.rules.ts'
import { type DecidedApplication, type DecisionFilter, DecisionsQueries } from './decisions.queries.ts'

/** A decision before it is written. */
type Wanted = Omit<MakeDecision, 'applicationId'> & { because: string | null; replacesId: string | null }

/** People decide: each of these is a person's command, and brings its application along in the same transaction. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly keys: CandidateKeysService,
    private readonly queries: DecisionsQueries,
    private readonly reading: DecisionReadingService,
    private readonly snapshots: DecisionSnapshotsService,
    private readonly commands: ApplicationCommandsService,
    private readonly notices: DecisionNoticesService,
  ) {}

  list(query: ListQuery<string, DecisionFilter>): Promise<Page<Answer>> {
    return this.reading.list(query)
  }

  get(id: string): Promise<Answer> {
    return this.reading.get(id)
  }

  async make({ applicationId, ...facts }: MakeDecision, asking: Principal): Promise<Answer> {
    return this.work.run(async () => {
      const application = await this.locked(applicationId)
      allow(judgeDeciding(application))
      return this.write(application, { ...facts, because: null, replacesId: null }, asking)
    })
  }

  async supersede(id: string, facts: SupersedeDecision, asking: Principal): Promise<Answer> {
    return this.work.run(async () => {
      const found = await this.queries.one(id)
      if (!found) throw new NotFound()
      const application = await this.locked(found.applicationId)
      const row = await this.queries.one(id)
      if (!row) throw new NotFound()
      allow(judgeSuperseding(application, row.state))
      return this.write(application, { ...facts, replacesId: id }, asking)
    })
  }

  private async locked(applicationId: string): Promise<DecidedApplication> {
    await this.queries.lock(applicationId)
    const application = await this.queries.application(applicationId)
    if (!application) throw new NotFound()
    return application
  }

  private async write(application: DecidedApplication, wanted: Wanted, asking: Principal): Promise<Answer> {
    const present = await this.snapshots.of(application)
    check(wanted, application, present)
    if (present.hash !== wanted.snapshotHash) throw new SnapshotChanged(present)
    const { groups } = application
    const approvals = { groups, madeBy: asking.userId, approvedBy: new Set<string>() }
    const missing = missingApprovers(approvals)
    if (missing !== null) throw new ApproverMissing(missing)
    const isDecided = groups.length === 0
    await this.move(application, wanted, isDecided, asking)
    const id = await this.insert(application, wanted, present, isDecided)
    await this.notices.inTurn(application.id, approvals)
    this.audit.record({
      action: 'decision.made',
      subjectType: 'decision',
      subjectId: id,
      details: {
        applicationId: application.id,
        outcome: wanted.outcome,
        snapshotHash: present.hash,
        isDecided,
        ...(wanted.replacesId === null ? {} : { replaces: wanted.replacesId }),
      },
    })
    return this.reading.get(id)
  }

  /** Where others have to agree first it is only tried: nobody is asked to agree to what cannot be done. */
  private async move(
    { id, status }: DecidedApplication,
    wanted: Wanted,
    isDecided: boolean,
    asking: Principal,
  ): Promise<void> {
    const commands = commandsOf(wanted, status)
    for (const command of isDecided ? commands : commands.slice(0, 1)) {
      await this.commands.carryDecided(id, command, !isDecided, asking)
    }
  }

  private async insert(
    { id: applicationId, candidateId }: DecidedApplication,
    { outcome, rationale, dissent, because, reasonId, replacesId }: Wanted,
    { snapshot, hash }: PresentSnapshot,
    isDecided: boolean,
  ): Promise<string> {
    const id = newId()
    const { organizationId, userId } = this.work.tenant
    if (userId === null) throw new Error('A decision is a person’s.')
    await this.work.repository(Decision).insert({
      organizationId,
      id,
      applicationId,
      outcome,
      sealedWords: await this.keys.seal(candidateId, JSON.stringify({ rationale, dissent, because })),
      reasonId,
      replacesId,
      snapshot: canonicalize(snapshot),
      snapshotHash: hash,
      madeBy: userId,
      ...(isDecided ? { decidedAt: () => 'now()' } : {}),
    })
    return id
  }
}

const allow = ({ allowed, because }: Verdict): void => {
  if (!allowed) throw new DecisionRefused(because)
}

/** What is named has to be there: competencies of the profile, people who had to do with it. */
const check = (
  { rationale, dissent }: Wanted,
  { people }: DecidedApplication,
  { competencies }: PresentSnapshot,
): void => {
  if (competencies.length === 0) {
    throw new DecisionRefused(
      'This job has no level profile, and nothing was rated yet: there is nothing to decide on.',
    )
  }
  const problems: Record<string, string> = {}
  for (const [at, { competencyId }] of rationale.competencies.entries()) {
    if (competencies.some(({ id }) => id === competencyId)) continue
    problems[`rationale.competencies.${at}.competencyId`] = 'This competency is not asked of this job.'
  }
  for (const [at, { userId }] of dissent.entries()) {
    if (people.some(({ id }) => id === userId)) continue
    problems[`dissent.${at}.userId`] = 'This person is on no panel of it, and not on the job’s team.'
  }
  if (Object.keys(problems).length > 0) throw new ValidationFailed(problems)
}
