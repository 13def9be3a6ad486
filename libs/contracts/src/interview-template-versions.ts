import { z } from 'zod'
import { answerStructure } from './answer-structures.ts'
import { competency } from './competencies.ts'
import { hasNoTwins, reference, shownEntries } from './question-bank-entry.ts'
import { competencyText, entries, questionText } from './question-bank-texts.ts'
import { question } from './questions.ts'
import { scale } from './scale.ts'
import { signal } from './signals.ts'
import { id, line, prose } from './text.ts'

/** A published version never changes; scorecards stay on the version they started with. */
export const versionStatuses = ['draft', 'in_review', 'published', 'retired'] as const
export const versionStatus = z.enum(versionStatuses).meta({ id: 'VersionStatus' })
export type VersionStatus = z.infer<typeof versionStatus>

export const MAX_SECTIONS = 20
export const MAX_QUESTIONS = 60
export const MAX_RATED = 30

const durationMinutes = z
  .int('A whole number of minutes.')
  .min(5, 'At least five minutes.')
  .max(480, 'At most eight hours.')

/** For the candidate: what will be talked about and how it is judged. Neither questions nor anchors. */
export const preparation = z.strictObject({ about: prose(4_000), topics: entries })

/**
 * What an admin edits: the order of things, and what this version says in other words than the bank. Until a version is
 * sent to review or published, what is not overridden follows the bank.
 */
export const versionDraft = z
  .strictObject({
    durationMinutes,
    scale,
    /** For the interviewer, before and around the questions. Markdown. */
    instructions: prose(8_000),
    preparation,
    /** Rated in this interview, in the order of the scorecard. */
    competencies: z
      .array(z.strictObject({ competencyId: reference, overrides: competencyText.partial() }))
      .max(MAX_RATED, `At most ${MAX_RATED} competencies.`)
      .refine((all) => hasNoTwins(all.map((one) => one.competencyId)), 'A competency is rated once.'),
    structureIds: z.array(reference).max(MAX_RATED).refine(hasNoTwins, 'An answer structure stands once.'),
    signalIds: z.array(reference).max(100).refine(hasNoTwins, 'A signal stands once.'),
    sections: z
      .array(
        z.strictObject({
          id: reference,
          title: line(120),
          guidance: prose(4_000),
          questions: z.array(z.strictObject({ questionId: reference, overrides: questionText.partial() })),
        }),
      )
      .max(MAX_SECTIONS, `At most ${MAX_SECTIONS} sections.`)
      .refine((all) => hasNoTwins(all.map((section) => section.id)), 'Two sections have one id.')
      .refine(
        (all) => all.flatMap((section) => section.questions).length <= MAX_QUESTIONS,
        `At most ${MAX_QUESTIONS} questions.`,
      )
      .refine(
        (all) => hasNoTwins(all.flatMap((section) => section.questions.map((one) => one.questionId))),
        'A question is asked once.',
      ),
  })
  .meta({ id: 'VersionDraft' })
export type VersionDraft = z.infer<typeof versionDraft>

/** Of an entry of the bank, what it says: not when it was written, nor how it is found. */
const facts = { archivedAt: true, createdAt: true, updatedAt: true, revision: true, templates: true } as const

export const versionCompetency = competency.omit({ ...facts, areas: true })
export type VersionCompetency = z.infer<typeof versionCompetency>
export const versionQuestion = question.omit({
  ...facts,
  areas: true,
  tags: true,
  asked: true,
  lastAskedAt: true,
})
export type VersionQuestion = z.infer<typeof versionQuestion>
export const versionStructure = answerStructure.omit(facts)
export type VersionStructure = z.infer<typeof versionStructure>
export const versionSignal = signal.omit(facts)
export type VersionSignal = z.infer<typeof versionSignal>

/** What a version says, word for word: what the interviewer sees, and what is frozen when it is published. */
export const versionContent = z
  .object({
    durationMinutes: z.int(),
    scale,
    instructions: z.string(),
    preparation: z.object({ about: z.string(), topics: shownEntries }),
    competencies: z.array(versionCompetency),
    structures: z.array(versionStructure),
    signals: z.array(versionSignal),
    sections: z.array(
      z.object({ id, title: z.string(), guidance: z.string(), questions: z.array(versionQuestion) }),
    ),
  })
  .meta({ id: 'VersionContent' })
export type VersionContent = z.infer<typeof versionContent>

/** The entries of the question bank that a draft names, as they are now. */
export const versionBank = z.object({
  competencies: z.array(versionCompetency),
  questions: z.array(versionQuestion),
  structures: z.array(versionStructure),
  signals: z.array(versionSignal),
})
export type VersionBank = z.infer<typeof versionBank>

/** What is missing before a version may be published: where it is, and a sentence for the person who writes it. */
export const versionGap = z
  .object({
    code: z.enum([
      'nothing_to_ask',
      'nothing_to_rate',
      'section_is_empty',
      'competency_without_definition',
      'competency_without_behaviours',
      'competency_without_anchors',
      'competency_not_asked_about',
      'question_tells_nothing',
      'same_name',
      'question_without_points',
      'question_without_red_flags',
      'question_without_anchors',
      'anchor_beyond_scale',
      'more_minutes_than_the_interview',
      'too_long',
    ]),
    /** Ids from the outside in: the section and the question, or the competency; empty for the version as a whole. */
    at: z.array(id),
    because: z.string(),
  })
  .meta({ id: 'VersionGap' })
export type VersionGap = z.infer<typeof versionGap>

/** Where a thing stands among its like, counted from 1; `section` is the title of what a question stands in. */
export const versionPlace = z.object({ section: z.string().nullable(), place: z.int(), count: z.int() })
export type VersionPlace = z.infer<typeof versionPlace>

/**
 * One difference between two versions, by field. Values are shown as they are; null where there is none. Of what was
 * moved they are a `versionPlace` each.
 */
export const versionDifference = z
  .object({
    kind: z.enum(['added', 'removed', 'moved', 'changed']),
    /** What it belongs to, in words: the version itself, or the name of a section, question or competency. */
    of: z.object({
      what: z.enum(['version', 'section', 'question', 'competency', 'structure', 'signal']),
      id: id.nullable(),
      name: z.string(),
    }),
    field: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'VersionDifference' })
export type VersionDifference = z.infer<typeof versionDifference>

/** For the candidate: what will be talked about and how it is judged. Made from a published version. */
export const preparationSheet = z
  .object({
    name: z.string(),
    durationMinutes: z.int(),
    about: z.string(),
    topics: z.array(z.string()),
    /** What is looked at, in words for the candidate. */
    judged: z.array(z.object({ name: z.string(), words: z.string() })),
  })
  .meta({ id: 'PreparationSheet' })
export type PreparationSheet = z.infer<typeof preparationSheet>
