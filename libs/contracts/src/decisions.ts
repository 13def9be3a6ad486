import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import { confidence, ratingLevel, recommendation, withheldNames } from './scorecards.ts'
import { id, moment, prose } from './text.ts'

export const decisionOutcomes = ['hire', 'no_hire', 'continue'] as const
export const decisionOutcome = z.enum(decisionOutcomes).meta({ id: 'DecisionOutcome' })
export type DecisionOutcome = z.infer<typeof decisionOutcome>

/**
 * `waiting` for those who have to agree, `refused` by one of them or withdrawn by who made it, `decided`, and
 * `superseded` once another decision that names it is decided.
 */
export const decisionStates = ['waiting', 'refused', 'decided', 'superseded'] as const
export const decisionState = z.enum(decisionStates).meta({ id: 'DecisionState' })
export type DecisionState = z.infer<typeof decisionState>

/** SHA-256 over the canonical JSON of a snapshot, in hexadecimal digits. */
const snapshotHash = z.string().regex(/^[0-9a-f]{64}$/, 'This is no hash of a snapshot.')

const named = z.object({ id, name: z.string() })

/** What a decision rests on: submitted scorecards that count, as they stand. Those of shadows do not. */
export const decisionSnapshot = z
  .object({
    applicationId: id,
    scorecards: z.array(
      z.object({
        id,
        authorId: id,
        interviewId: id,
        templateVersionId: id,
        /** The last that was submitted, counted as readers count them. */
        revision: z.int(),
        recommendation: recommendation.nullable(),
        confidence: confidence.nullable(),
        ratings: z.array(z.object({ competencyId: id, level: ratingLevel.nullable() })),
      }),
    ),
    /** The fit whose fair scores were shown; null where there is none. */
    fit: z.object({ id, modelVersion: z.string() }).nullable(),
  })
  .meta({ id: 'DecisionSnapshot' })
export type DecisionSnapshot = z.infer<typeof decisionSnapshot>

/** What would be recorded now. */
export const presentSnapshot = z
  .object({
    snapshot: decisionSnapshot,
    hash: z.string(),
    authors: z.array(named),
    /** What a rationale speaks of: the level profile's, or where the job has none, what the scorecards rate. */
    competencies: z.array(named),
  })
  .meta({ id: 'PresentSnapshot' })
export type PresentSnapshot = z.infer<typeof presentSnapshot>

export const MAX_DISSENT = 20

/** Why, in the competencies' words. */
const rationale = z.strictObject({
  text: prose(8_000, 1),
  competencies: z
    .array(z.strictObject({ competencyId: reference, text: prose(4_000, 1) }))
    .min(1, 'Say it of at least one competency.')
    .max(60, 'More competencies than there are.')
    .refine((all) => hasNoTwins(all.map((one) => one.competencyId)), 'A competency stands here once.'),
})

const facts = {
  outcome: decisionOutcome,
  rationale,
  /** Who sees it otherwise, and why. */
  dissent: z
    .array(z.strictObject({ userId: reference, text: prose(4_000, 1) }))
    .max(MAX_DISSENT, `At most ${MAX_DISSENT} people.`)
    .refine((all) => hasNoTwins(all.map(({ userId }) => userId)), 'A person stands here once.')
    .default([]),
  /** Of the kind `ours`: with `no_hire`, and with nothing else. */
  reasonId: reference.nullable().default(null),
  /** Of the snapshot that was looked at. */
  snapshotHash,
}

const fitsOutcome = ({ outcome, reasonId }: { outcome: DecisionOutcome; reasonId: string | null }): boolean =>
  (outcome === 'no_hire') === (reasonId !== null)
const reasonRefusal = {
  error: 'A reason is chosen where nobody is hired, and only there.',
  path: ['reasonId'],
}

export const makeDecision = z
  .strictObject({ applicationId: reference, ...facts })
  .refine(fitsOutcome, reasonRefusal)
  .meta({ id: 'MakeDecision' })
export type MakeDecision = z.infer<typeof makeDecision>

/** Another decision in place of one that counts. The first stays as it was. */
export const supersedeDecision = z
  .strictObject({ ...facts, because: prose(4_000, 1) })
  .refine(fitsOutcome, reasonRefusal)
  .meta({ id: 'SupersedeDecision' })
export type SupersedeDecision = z.infer<typeof supersedeDecision>

export const refuseDecision = z.strictObject({ because: prose(4_000, 1) }).meta({ id: 'RefuseDecision' })
export type RefuseDecision = z.infer<typeof refuseDecision>

const verdict = z.object({ allowed: z.boolean(), because: z.string() })

/** A recorded choice of a person. It never changes; what others answer to it stands beside it. */
export const decision = z
  .object({
    id,
    applicationId: id,
    candidate: named,
    job: z.object({ id, title: z.string() }),
    outcome: decisionOutcome,
    state: decisionState,
    /** Null once the candidate was erased: nobody can read it any more. */
    words: z
      .object({
        rationale: z.object({
          text: z.string(),
          competencies: z.array(z.object({ competencyId: id, name: z.string(), text: z.string() })),
        }),
        dissent: z.array(z.object({ userId: id, name: z.string(), text: z.string() })),
        /** Why it replaces another one; null where it replaces none. */
        because: z.string().nullable(),
      })
      .nullable(),
    reason: named.nullable(),
    replaces: id.nullable(),
    /** The decision that counts in its place. */
    replacedBy: id.nullable(),
    madeBy: named,
    madeAt: moment,
    /** Since when it counts. */
    decidedAt: moment.nullable(),
    snapshot: decisionSnapshot,
    snapshotHash: z.string(),
    /** What people answered, the first first. */
    answers: z.array(
      z.object({
        kind: z.enum(['approved', 'refused']),
        person: named,
        /** Null where it was approved, and once the candidate was erased. */
        because: z.string().nullable(),
        madeAt: moment,
      }),
    ),
    /** While it waits: who is asked, in order, as the job says today. */
    groups: z.array(
      z.object({
        needed: z.int(),
        approved: z.int(),
        people: z.array(
          z.object({
            id,
            name: z.string(),
            hasApproved: z.boolean(),
            /** Why this person cannot agree to it; null where they can. */
            unavailable: z.string().nullable(),
          }),
        ),
      }),
    ),
    may: z.object({ approve: verdict, refuse: verdict, supersede: verdict }),
  })
  .meta({ id: 'Decision' })
export type Decision = z.infer<typeof decision>

/** Whose names the decision's document leaves out. */
export const decisionPack = z
  .strictObject({ withhold: z.enum(withheldNames).optional() })
  .meta({ id: 'DecisionPack' })
export type DecisionPack = z.infer<typeof decisionPack>

export const decisionList = listQuery({
  sort: ['madeAt'],
  filter: { applicationId: id, jobId: id, outcome: decisionOutcome },
})
