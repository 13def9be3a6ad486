import { z } from 'zod'
import { level, scale } from './scale.ts'
import { confidence, evidenceKind, recommendation } from './scorecards.ts'
import { id, moment, prose } from './text.ts'

/** Votes before talking are of those who only read; the ones after of those who heard each other. */
export const votePhases = ['before', 'after'] as const
export const votePhase = z.enum(votePhases).meta({ id: 'VotePhase' })
export type VotePhase = z.infer<typeof votePhase>

/**
 * `withheld` from who owes a scorecard, in words that depend on nobody else. `waiting` until all who count have submitted.
 * Then `reading` in silence, `talking`, and `closed`.
 */
export const debriefStates = ['withheld', 'waiting', 'reading', 'talking', 'closed'] as const
export const debriefState = z.enum(debriefStates).meta({ id: 'DebriefState' })
export type DebriefState = z.infer<typeof debriefState>

export const MAX_DEBRIEF_NOTES = 20_000

const named = z.object({ id, name: z.string() })
const verdict = z.object({ allowed: z.boolean(), because: z.string() })

/** The lower half of what was given for it, or the higher; `between` exactly in the middle. */
const side = z.enum(['low', 'between', 'high'])
export type DebriefSide = z.infer<typeof side>

/** What one panelist gave for a competency in one interview, with what it rests on. */
const stance = z.object({
  scorecardId: id,
  rater: named,
  template: z.string(),
  level,
  scale,
  side,
  evidence: z.array(
    z.object({
      kind: evidenceKind,
      text: z.string(),
      /** What was asked; null where it answers no question. */
      question: z.string().nullable(),
    }),
  ),
})
export type DebriefStance = z.infer<typeof stance>

/** Something to talk about: raters who differ on a competency. */
const disagreement = z.object({
  competency: named,
  /** Highest less lowest level; null across scales. */
  spread: z.int().nullable(),
  /** Some are on the side of yes, some on the side of no. */
  acrossTheMiddle: z.boolean(),
  /** The lowest first. */
  stances: z.array(stance),
  notAssessedBy: z.array(named),
})
export type Disagreement = z.infer<typeof disagreement>

const agenda = z.object({
  /** The largest first. Empty where nobody differs. */
  disagreements: z.array(disagreement),
  /** Rated by two or more, all alike. */
  agreed: z.array(named),
  /** Rated by one person only, so that nobody could differ. */
  ratedOnce: z.array(named),
  /** What the panelists recommended, the lowest first. */
  recommendations: z.array(
    z.object({
      scorecardId: id,
      rater: named,
      value: recommendation,
      confidence: confidence.nullable(),
      summary: z.string(),
    }),
  ),
  recommendationsDiffer: z.boolean(),
})
export type DebriefAgenda = z.infer<typeof agenda>

const vote = z.object({
  person: named,
  value: recommendation,
  castAt: moment,
  /** How often it was changed within its phase. Every one of them is kept. */
  changes: z.int(),
})
export type DebriefVote = z.infer<typeof vote>

/** The panel's meeting on one application. */
export const debrief = z
  .object({
    applicationId: id,
    candidate: named,
    job: z.object({ id, title: z.string() }),
    state: debriefState,
    /** Null while it is withheld or waits. */
    id: id.nullable(),
    /** Of the notes; the value of its ETag. Null where there is none yet. */
    revision: z.int().nullable(),
    /** Who counts and has not submitted. Nobody while it is withheld. */
    owing: z.array(named),
    agenda: agenda.nullable(),
    /** Null before talking begins, and once the candidate was erased. */
    notes: z.string().nullable(),
    votes: z
      .object({
        own: z.object({ before: recommendation.nullable(), after: recommendation.nullable() }),
        /** Null until talking begins: sealed. */
        before: z.array(vote).nullable(),
        after: z.array(vote),
        /** Panelists who count and the job's hiring managers. */
        voters: z.array(named),
        /** Who of them did not vote. */
        notHeard: z.object({ before: z.array(named), after: z.array(named) }),
      })
      .nullable(),
    talkingSince: moment.nullable(),
    closedAt: moment.nullable(),
    may: z.object({
      vote: verdict,
      beginTalking: verdict,
      writeNotes: verdict,
      close: verdict,
      reopen: verdict,
    }),
  })
  .meta({ id: 'Debrief' })
export type Debrief = z.infer<typeof debrief>

/** The phase is said, so that a page that was left open cannot cast a sealed vote as an open one. */
export const castVote = z.strictObject({ phase: votePhase, value: recommendation }).meta({ id: 'CastVote' })
export type CastVote = z.infer<typeof castVote>

export const writeDebriefNotes = z
  .strictObject({ notes: prose(MAX_DEBRIEF_NOTES) })
  .meta({ id: 'WriteDebriefNotes' })
export type WriteDebriefNotes = z.infer<typeof writeDebriefNotes>
