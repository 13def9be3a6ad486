import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import { id, line, moment, prose, revision } from './text.ts'

export const applicationStatuses = ['active', 'hired', 'rejected', 'withdrawn'] as const
export const applicationStatus = z.enum(applicationStatuses).meta({ id: 'ApplicationStatus' })
export type ApplicationStatus = z.infer<typeof applicationStatus>

/** Whose choice it was that an application ended. */
export const reasonKinds = ['ours', 'theirs'] as const

/** Why an application ended, as the organization says it. */
export const rejectionReason = z
  .object({ id, name: z.string(), kind: z.enum(reasonKinds), archivedAt: moment.nullable() })
  .meta({ id: 'RejectionReason' })
export type RejectionReason = z.infer<typeof rejectionReason>

export const createRejectionReason = z
  .strictObject({ name: line(120), kind: z.enum(reasonKinds) })
  .meta({ id: 'CreateRejectionReason' })
export type CreateRejectionReason = z.infer<typeof createRejectionReason>

export const rejectionReasonList = listQuery({
  sort: ['name'],
  direction: 'ASC',
  filter: { kind: z.enum(reasonKinds), archived: z.boolean(), ids: z.array(id).max(500) },
})

const named = z.object({ id, name: z.string() })

/** A candidate in one job's pipeline, as whoever asks may see it. */
export const application = z
  .object({
    id,
    candidate: named,
    job: z.object({ id, title: z.string(), status: z.enum(['open', 'closed']) }),
    /** The id is null when the pipeline has this stage no longer. */
    stage: z.object({ id: id.nullable(), name: z.string() }),
    status: applicationStatus,
    reason: named.nullable(),
    source: z.string().nullable(),
    appliedAt: moment,
    enteredStageAt: moment,
    lastActivityAt: moment,
    /** You owe a scorecard on it: it is shown as it stood when you were put on the panel. */
    heldBack: z.boolean(),
    revision,
  })
  .meta({ id: 'Application' })
export type Application = z.infer<typeof application>

export const changeKinds = [
  'applied',
  'moved',
  'rejected',
  'withdrawn',
  'hired',
  'reopened',
  'undone',
] as const

/** One entry of an application's history: how it stood from then on. */
export const applicationChange = z
  .object({
    revision,
    kind: z.enum(changeKinds),
    stage: z.object({ id: id.nullable(), name: z.string() }),
    status: applicationStatus,
    reason: named.nullable(),
    note: z.string().nullable(),
    changeSetId: id,
    madeAt: moment,
    madeBy: named.nullable(),
  })
  .meta({ id: 'ApplicationChange' })
export type ApplicationChange = z.infer<typeof applicationChange>

export const applicationChanges = z
  .object({ changes: z.array(applicationChange) })
  .meta({ id: 'ApplicationChanges' })

/** Without a stage it begins in the first one. */
export const createApplication = z
  .strictObject({
    candidateId: reference,
    jobId: reference,
    stageId: reference.optional(),
    source: line(120).nullable().default(null),
    /** When the candidate applied, if it was not now. */
    appliedAt: moment.optional(),
  })
  .meta({ id: 'CreateApplication' })
export type CreateApplication = z.infer<typeof createApplication>

const note = prose(4_000).default('')

/** What may be done with an application, and what each asks for. Each is a route of its own. */
export const applicationCommands = {
  /** To the next stage. */
  advance: z.strictObject({}),
  /** To any stage of the pipeline. */
  move: z.strictObject({ stageId: reference }),
  reject: z.strictObject({ reasonId: reference, note }),
  withdraw: z.strictObject({ reasonId: reference.nullable().default(null), note }),
  hire: z.strictObject({ note }),
  /** Into the stage it was in, or another one. */
  reopen: z.strictObject({ stageId: reference.optional(), note }),
}

/** The same by name, for many at once. */
export const applicationCommand = z
  .discriminatedUnion('do', [
    applicationCommands.advance.extend({ do: z.literal('advance') }),
    applicationCommands.move.extend({ do: z.literal('move') }),
    applicationCommands.reject.extend({ do: z.literal('reject') }),
    applicationCommands.withdraw.extend({ do: z.literal('withdraw') }),
    applicationCommands.hire.extend({ do: z.literal('hire') }),
    applicationCommands.reopen.extend({ do: z.literal('reopen') }),
  ])
  .meta({ id: 'ApplicationCommand' })
export type ApplicationCommand = z.infer<typeof applicationCommand>

export const MAX_BULK = 200

export const commandApplications = z
  .strictObject({
    ids: z
      .array(reference)
      .min(1, 'Choose at least one application.')
      .max(MAX_BULK, `At most ${MAX_BULK} at once.`)
      .refine(hasNoTwins, 'An application stands here twice.'),
    command: applicationCommand,
    /** Tell what would happen, and do nothing. */
    dryRun: z.boolean().default(false),
  })
  .meta({ id: 'CommandApplications' })
export type CommandApplications = z.infer<typeof commandApplications>

export const undoApplicationChanges = z
  .strictObject({ dryRun: z.boolean().default(false) })
  .meta({ id: 'UndoApplicationChanges' })

/** What a command did, or would do, with each application. What it could not do is left as it was. */
export const applicationOutcomes = z
  .object({
    /** With this the whole of it can be taken back; null when nothing was changed. */
    changeSetId: id.nullable(),
    done: z.int(),
    outcomes: z.array(
      z.object({
        id,
        name: z.string(),
        done: z.boolean(),
        /** Why not; or what comes of it. */
        because: z.string(),
        application: application.nullable(),
      }),
    ),
  })
  .meta({ id: 'ApplicationOutcomes' })
export type ApplicationOutcomes = z.infer<typeof applicationOutcomes>

export const applicationList = listQuery({
  sort: ['lastActivityAt', 'appliedAt', 'enteredStageAt'],
  filter: {
    jobId: id,
    stageId: id,
    status: applicationStatus,
    candidateId: id,
    /** Beginnings of words of the candidate's name and e-mail addresses. */
    q: line(100),
    /** Has been in this stage since before then. */
    enteredStageBefore: moment,
    ids: z.array(id).max(500),
  },
})

/** Cards of one stage that a board shows at once; the table shows them all. */
export const BOARD_CARDS = 100

/** A job's pipeline: in each stage how many are active, and those who wait there longest. */
export const board = z
  .object({
    stages: z.array(
      z.object({
        id,
        name: z.string(),
        requiresScorecards: z.boolean(),
        active: z.int(),
        cards: z.array(application),
      }),
    ),
    over: z.object({ hired: z.int(), rejected: z.int(), withdrawn: z.int() }),
  })
  .meta({ id: 'Board' })
export type Board = z.infer<typeof board>
