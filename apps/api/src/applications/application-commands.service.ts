import type { Principal } from '@assay/access'
import type {
  Application as Answer,
  ApplicationCommand,
  ApplicationOutcomes,
  AuditAction,
  CommandApplications,
} from '@assay/contracts'
import { UnitOfWork } from '@assay/persistence'
import { Injectable } from '@nestjs/common'
import { v7 as newId } from 'uuid'
import { AuditService } from '../audit/audit.service.ts'
import { CandidateKeysService } from '../candidates/candidate-keys.service.ts'
import { NotFound, RevisionConflict, ValidationFailed } from '../http/http.errors.ts'
import {
  ApplicationCommandsQueries,
  type CommandedRow,
  type WrittenChange,
} from './application-commands.queries.ts'
import { CommandRefused } from './application.errors.ts'
import { type CommandVerdict, judgeCommand, judgeUndo } from './application.rules.ts'
import { sightOf } from './applications.access.ts'
import { type ApplicationRow, ApplicationsQueries } from './applications.queries.ts'

interface Judged {
  row: CommandedRow
  verdict: CommandVerdict
  /** Where a stage is entered again, the time it was entered first. */
  enteredStageAt: Date | null
}

const ACTIONS: Record<ApplicationCommand['do'] | 'undo', AuditAction> = {
  advance: 'application.moved',
  move: 'application.moved',
  reject: 'application.rejected',
  withdraw: 'application.withdrawn',
  hire: 'application.hired',
  reopen: 'application.reopened',
  undo: 'application.undone',
}

/** Moves through the pipeline: one application or many, tried beforehand, and taken back. */
@Injectable()
export class ApplicationCommandsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
    private readonly commands: ApplicationCommandsQueries,
    private readonly applications: ApplicationsQueries,
    private readonly keys: CandidateKeysService,
  ) {}

  /** Of one application: what may not be done is refused. `seen` is the revision that was looked at, if any. */
  async carryOne(
    id: string,
    command: ApplicationCommand,
    seen: number | null,
    asking: Principal,
  ): Promise<ApplicationOutcomes> {
    return this.work.run(async () => {
      const before = await this.applications.one(id, sightOf(asking))
      if (seen !== null && seen !== before.revision) throw new RevisionConflict(before)
      const outcomes = await this.carry({ ids: [id], command, dryRun: false }, asking)
      const [only] = outcomes.outcomes
      if (!only?.done) throw new CommandRefused(only?.because ?? 'This cannot be done.')
      return outcomes
    })
  }

  /**
   * What a decision comes to, in the caller's unit of work and in the name of whoever completed it. Refuses what the
   * pipeline does not allow; with `dryRun` that is all.
   */
  async carryDecided(
    id: string,
    command: ApplicationCommand,
    dryRun: boolean,
    asking: Principal,
  ): Promise<void> {
    const { outcomes } = await this.carry({ ids: [id], command, dryRun }, asking, true)
    const [only] = outcomes
    if (!only?.done) throw new CommandRefused(only?.because ?? 'This cannot be done.')
  }

  /** Of each application for itself: those that may not are left as they are, and told. */
  async carry(
    { ids, command, dryRun }: CommandApplications,
    asking: Principal,
    isDecided = false,
  ): Promise<ApplicationOutcomes> {
    return this.work.run(async () => {
      await this.checkReason(command)
      await this.commands.lock(ids)
      const rows = await this.commands.facts(ids, asking.userId, sightOf(asking))
      const judged = rows.map((row) => ({
        row,
        verdict: judgeCommand(command, { ...row, hiresByDecision: row.hiresByDecision && !isDecided }),
        enteredStageAt: null,
      }))
      const text = 'note' in command ? command.note : ''
      const changeSetId = dryRun ? null : await this.write(judged, ACTIONS[command.do], text, asking)
      return this.told(ids, judged, changeSetId, asking)
    })
  }

  /** Takes back what one command did, where nothing came after it. */
  async undo(changeSetId: string, dryRun: boolean, asking: Principal): Promise<ApplicationOutcomes> {
    return this.work.run(async () => {
      const ids = await this.commands.idsOfSet(changeSetId)
      await this.commands.lock(ids)
      const rows = await this.commands.undone(ids, asking.userId, sightOf(asking))
      if (rows.length === 0) throw new NotFound()
      const judged = rows.map((row) => ({
        row,
        verdict: judgeUndo({ ...row, isLast: row.lastChangeSetId === changeSetId }),
        enteredStageAt: row.before?.enteredStageAt ?? null,
      }))
      const undoneBy = dryRun ? null : await this.write(judged, ACTIONS.undo, '', asking)
      return this.told(
        rows.map(({ id }) => id),
        judged,
        undoneBy,
        asking,
      )
    })
  }

  private async checkReason(command: ApplicationCommand): Promise<void> {
    if (!('reasonId' in command) || command.reasonId === null) return
    const kind = command.do === 'reject' ? 'ours' : 'theirs'
    if (await this.commands.isReason(command.reasonId, kind)) return
    throw new ValidationFailed({ reasonId: 'There is no such reason for this, or it is archived.' })
  }

  private async write(
    judged: readonly Judged[],
    action: AuditAction,
    note: string,
    asking: Principal,
  ): Promise<string | null> {
    const changes: WrittenChange[] = []
    for (const { row, verdict, enteredStageAt } of judged) {
      if (!verdict.allowed) continue
      const { to } = verdict
      const stays = to.stageId === row.stageId
      changes.push({
        ...to,
        applicationId: row.id,
        revision: row.revision + 1,
        stageName: row.stages.find(({ id }) => id === to.stageId)?.name ?? '',
        enteredStageAt: enteredStageAt ?? (stays ? row.enteredStageAt : null),
        sealedNote: note === '' ? null : await this.keys.seal(row.candidateId, note),
      })
    }
    if (changes.length === 0) return null
    const changeSetId = newId()
    await this.commands.write(changes, changeSetId, asking.userId)
    this.record(action, changes, changeSetId)
    return changeSetId
  }

  private record(action: AuditAction, changes: readonly WrittenChange[], changeSetId: string): void {
    const [first, ...others] = changes
    this.audit.record({
      action,
      subjectType: others.length === 0 ? 'application' : 'application_change_set',
      subjectId: others.length === 0 ? (first?.applicationId ?? null) : changeSetId,
      details: {
        changeSetId,
        stage: [...new Set(changes.map(({ stageName }) => stageName))].join(', '),
        ...(others.length === 0 ? {} : { applicationIds: changes.map((one) => one.applicationId) }),
      },
    })
  }

  /** In the order they were asked for. What cannot be seen is told like what is not there. */
  private async told(
    ids: readonly string[],
    judged: readonly Judged[],
    changeSetId: string | null,
    asking: Principal,
  ): Promise<ApplicationOutcomes> {
    const now = await this.applications.some(ids, sightOf(asking))
    const shown = new Map<string, ApplicationRow>(now.map((row) => [row.id, row]))
    const known = new Map(judged.map((one) => [one.row.id, one]))
    const outcomes = ids.map((id) => {
      const found = known.get(id)
      return {
        id,
        name: found?.row.name ?? '',
        done: found?.verdict.allowed ?? false,
        because: found?.verdict.because ?? 'There is nothing here, or nothing you may see.',
        // The answer's schema writes the times.
        application: (shown.get(id) ?? null) as unknown as Answer | null,
      }
    })
    return { changeSetId, done: outcomes.filter(({ done }) => done).length, outcomes }
  }
}
