import { z } from 'zod'
import { interview } from './interviews.ts'
import { versionContent } from './interview-template-versions.ts'
import { reference } from './question-bank-entry.ts'
import { contentKey } from './question-bank-texts.ts'
import { level } from './scale.ts'
import {
  confidences,
  evidenceKinds,
  MAX_EVIDENCE,
  MAX_EVIDENCE_ENTRIES,
  MAX_NOTE,
  MAX_SCORECARD,
  MAX_SUMMARY,
  recommendations,
  scorecardStatuses,
} from './scorecard-words.ts'
import { id, moment, prose, revision } from './text.ts'

export const scorecardStatus = z.enum(scorecardStatuses).meta({ id: 'ScorecardStatus' })
export type ScorecardStatus = z.infer<typeof scorecardStatus>

export const evidenceKind = z.enum(evidenceKinds).meta({ id: 'EvidenceKind' })
export type EvidenceKind = z.infer<typeof evidenceKind>

/** A level of the version's scale, or a value of its own: never zero and never the middle. */
export const ratingLevel = z.union([level, z.literal('not_assessed')]).meta({ id: 'RatingLevel' })
export type RatingLevel = z.infer<typeof ratingLevel>

export const recommendation = z.enum(recommendations).meta({ id: 'Recommendation' })
export type Recommendation = z.infer<typeof recommendation>

export const confidence = z.enum(confidences).meta({ id: 'Confidence' })
export type Confidence = z.infer<typeof confidence>

/** For the next interviewer: whether a question or a competency was got to. No free text, so that no opinion travels. */
export const reached = z.enum(['covered', 'not_reached'])

const few = (count: number) => (entries: object) => Object.keys(entries).length <= count

/** What was ticked, by its place in the list: a version's lists never change. */
const ticks = z
  .record(z.string().regex(/^(0|[1-9]\d?)$/, 'A place in the list.'), z.literal(true))
  .refine(few(60), 'More than there is to tick.')

export const questionAnswer = z
  .strictObject({
    /** Markdown. */
    notes: prose(MAX_NOTE),
    expectedPoints: ticks,
    seniorExtras: ticks,
    redFlags: ticks,
  })
  .meta({ id: 'QuestionAnswer' })
export type QuestionAnswer = z.infer<typeof questionAnswer>

/** What was said or done, and in answer to what. */
export const evidence = z
  .strictObject({ kind: evidenceKind, text: prose(MAX_EVIDENCE), questionId: reference.nullable() })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof evidence>

export const ratingDraft = z
  .strictObject({
    /** Null until something was chosen. */
    level: ratingLevel.nullable(),
    /** By an id of the page's making, so that two tabs put together what each wrote. */
    evidence: z
      .record(reference, evidence)
      .refine(few(MAX_EVIDENCE_ENTRIES), `At most ${MAX_EVIDENCE_ENTRIES} pieces of evidence.`),
  })
  .meta({ id: 'RatingDraft' })
export type RatingDraft = z.infer<typeof ratingDraft>

/** What others will read once it is submitted. Everything is by id, so that two tabs meet field by field. */
const content = {
  /** By question of the version; one that nobody touched is missing. */
  questions: z.record(reference, questionAnswer).refine(few(100), 'More questions than there are.'),
  /** Steps that were ticked, by answer structure and key of the step. */
  structures: z
    .record(reference, z.record(contentKey, z.literal(true)).refine(few(60), 'More than there is to tick.'))
    .refine(few(60), 'More structures than there are.'),
  /** Signals of the version that were noticed. */
  signals: z.record(reference, z.literal(true)).refine(few(200), 'More signals than there are.'),
  /** By competency. */
  ratings: z.record(reference, ratingDraft).refine(few(60), 'More competencies than there are.'),
  /** Asked last, after the ratings. */
  recommendation: recommendation.nullable(),
  confidence: confidence.nullable(),
  /** Markdown. */
  summary: prose(MAX_SUMMARY),
}

export const scorecardContent = z.strictObject(content).meta({ id: 'ScorecardContent' })
export type ScorecardContent = z.infer<typeof scorecardContent>

/** What its author writes. */
export const scorecardDraft = z
  .strictObject({
    ...content,
    /** Nobody but the author ever reads them. Markdown. */
    privateNotes: prose(MAX_NOTE),
    /** By question or competency of the version; handed over by a command of its own. */
    handOff: z.record(reference, reached).refine(few(160), 'More than the kit has.'),
  })
  .refine((draft) => JSON.stringify(draft).length <= MAX_SCORECARD, {
    error: `A scorecard holds at most ${MAX_SCORECARD} characters.`,
    path: ['questions'],
  })
  .meta({ id: 'ScorecardDraft' })
export type ScorecardDraft = z.infer<typeof scorecardDraft>

/** What a scorecard lacks before it can be submitted: where, and a sentence for its author. */
export const scorecardGap = z
  .object({
    code: z.enum([
      'competency_not_rated',
      'evidence_missing',
      'recommendation_missing',
      'confidence_missing',
      'summary_missing',
    ]),
    /** The competency; null for the scorecard as a whole. */
    competencyId: id.nullable(),
    because: z.string(),
  })
  .meta({ id: 'ScorecardGap' })
export type ScorecardGap = z.infer<typeof scorecardGap>

const verdict = z.object({ allowed: z.boolean(), because: z.string() })

/** Who wrote it, on what, and how it stands. */
const head = {
  id,
  applicationId: id,
  interviewId: id,
  author: z.object({ id, name: z.string() }),
  /** Never counted in a decision. */
  shadow: z.boolean(),
  status: scorecardStatus,
  /** Written by somebody who could read what others had submitted on this application. */
  afterSeeingOthers: z.boolean(),
  submittedAt: moment.nullable(),
}

/** The whole panel is told that somebody read while they owed, whoever owes as well. */
const glassBreak = z.object({ person: z.object({ id, name: z.string() }), brokenAt: moment })

/** The interviewer's one screen, in one answer. Only the author gets it. */
export const interviewRoom = z
  .object({
    scorecard: z.object({
      ...head,
      /** Of the draft; the value of its ETag. */
      revision,
      savedAt: moment.nullable(),
      draft: scorecardDraft,
      /** Until when it may be taken back; null when it is not submitted, and once others may read it. */
      recallUntil: moment.nullable(),
      /** Two persons wanted it written anew: submitted once more, others read it at once. */
      reopened: z.boolean(),
      /** How many revisions were submitted. */
      revisions: z.int(),
      gaps: z.array(scorecardGap),
      may: z.object({ write: verdict, submit: verdict, recall: verdict, amend: verdict }),
    }),
    interview,
    kit: versionContent,
    /** What interviewers of other interviews of this application handed over, the latest first. */
    handOffs: z.array(
      z.object({
        interviewId: id,
        template: z.string(),
        author: z.object({ id, name: z.string() }),
        handedOverAt: moment,
        entries: z.array(z.object({ id, name: z.string(), reached })),
      }),
    ),
    /** Admins who read what others wrote on this application while they owed, the latest first. */
    glassBreaks: z.array(glassBreak),
  })
  .meta({ id: 'InterviewRoom' })
export type InterviewRoom = z.infer<typeof interviewRoom>

export const saveScorecard = z.strictObject({ draft: scorecardDraft }).meta({ id: 'SaveScorecard' })
export type SaveScorecard = z.infer<typeof saveScorecard>

/** What its author has to know after each save: small, since it answers every pause in typing. */
export const savedScorecard = z
  .object({ id, revision, savedAt: moment, gaps: z.array(scorecardGap) })
  .meta({ id: 'SavedScorecard' })
export type SavedScorecard = z.infer<typeof savedScorecard>

/** Why a submitted scorecard says something else now. */
export const amendScorecard = z.strictObject({ because: prose(1_000, 1) }).meta({ id: 'AmendScorecard' })
export type AmendScorecard = z.infer<typeof amendScorecard>

/** Why an admin reads what others wrote while they owe a scorecard themselves. The panel is told. */
export const breakGlass = z.strictObject({ because: prose(1_000, 1) }).meta({ id: 'BreakGlass' })
export type BreakGlass = z.infer<typeof breakGlass>

/** Whose names a document of scorecards leaves out. */
export const withheldNames = ['candidate', 'interviewers', 'both'] as const
export type WithheldNames = (typeof withheldNames)[number]
export const scorecardsPdf = z
  .strictObject({ withhold: z.enum(withheldNames).optional() })
  .meta({ id: 'ScorecardsPdf' })
export type ScorecardsPdf = z.infer<typeof scorecardsPdf>

/** For so long a request to reopen a scorecard waits for an answer. */
export const REOPENING_DAYS = 14

export const reopeningStatuses = ['asked', 'agreed', 'refused', 'withdrawn', 'expired'] as const
export type ReopeningStatus = (typeof reopeningStatuses)[number]

/** Why a submitted scorecard should be written anew. */
export const askToReopen = z.strictObject({ because: prose(1_000, 1) }).meta({ id: 'AskToReopen' })
export type AskToReopen = z.infer<typeof askToReopen>

export const refuseToReopen = z.strictObject({ because: prose(1_000, 1) }).meta({ id: 'RefuseToReopen' })
export type RefuseToReopen = z.infer<typeof refuseToReopen>

const person = z.object({ id, name: z.string() })

/** A request that a submitted scorecard is written anew. Somebody else than who asked answers. */
export const reopening = z
  .object({
    id,
    status: z.enum(reopeningStatuses),
    askedBy: person,
    askedAt: moment,
    /** Null for whoever owes and did not ask: they are somebody else's words. */
    because: z.string().nullable(),
    /** Null while nobody answered, and where it was withdrawn. */
    answeredBy: person.nullable(),
    answeredAt: moment.nullable(),
    /** Why it was refused. */
    answer: z.string().nullable(),
  })
  .meta({ id: 'Reopening' })
export type Reopening = z.infer<typeof reopening>

/** One submitted state of a scorecard. It never changes. */
export const scorecardRevision = z
  .object({
    number: z.int(),
    submittedAt: moment,
    /** Null for the first, and where it is not told. */
    because: z.string().nullable(),
    /** Written anew after two persons wanted it. */
    reopened: z.boolean(),
    afterSeeingOthers: z.boolean(),
    /** Null once the candidate was erased: nobody can read it any more. */
    content: scorecardContent.nullable(),
    /** Questions that nobody touched. */
    notAsked: z.array(id),
  })
  .meta({ id: 'ScorecardRevision' })
export type ScorecardRevision = z.infer<typeof scorecardRevision>

/** A submitted scorecard as others read it, with all of its revisions, the latest first. */
export const scorecard = z
  .object({
    ...head,
    revisions: z.array(scorecardRevision),
    /** Its author is writing it anew: what is shown stood before. */
    reopened: z.boolean(),
    /** The last request. */
    reopening: reopening.nullable(),
    may: z.object({ askToReopen: verdict, reopen: verdict, refuseToReopen: verdict, withdraw: verdict }),
  })
  .meta({ id: 'Scorecard' })
export type Scorecard = z.infer<typeof scorecard>

/** All that whoever asks may read of an application, beside the kits they were written with. */
export const scorecardsOfApplication = z
  .object({
    scorecards: z.array(scorecard),
    /** By interview. */
    interviews: z.array(
      z.object({ id, startsAt: moment, template: z.string(), versionNumber: z.int(), kit: versionContent }),
    ),
    /** Whoever asks still owes one: what others wrote is shown afterwards. */
    owes: z.boolean(),
    /** They broke the glass, and owe nothing that came later: others' scorecards are shown all the same. */
    brokeTheGlass: z.boolean(),
    /** The latest first. Why is null for whoever owes, and once the candidate was erased. */
    glassBreaks: z.array(glassBreak.extend({ because: z.string().nullable() })),
    candidate: z.object({ id, name: z.string() }),
    job: z.object({ id, title: z.string() }),
  })
  .meta({ id: 'ScorecardsOfApplication' })
export type ScorecardsOfApplication = z.infer<typeof scorecardsOfApplication>
