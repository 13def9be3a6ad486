import { z } from 'zod'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import {
  answerStructureText,
  competencyText,
  contentKey,
  entries,
  informing,
  questionText,
  signalText,
} from './question-bank-texts.ts'
import { scale } from './scale.ts'
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

const head = {
  durationMinutes,
  scale,
  /** For the interviewer, before and around the questions. Markdown. */
  instructions: prose(8_000),
  preparation,
}

/**
 * What an admin edits: the order of things, and what this version says in other words than the bank. Until a version is
 * sent to review or published, what is not overridden follows the bank.
 */
export const versionDraft = z
  .strictObject({
    ...head,
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
          id,
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

const named = { id, key: contentKey.nullable() }

export const versionCompetency = competencyText.extend(named)
export const versionQuestion = questionText.extend({
  ...named,
  competencies: z.array(z.strictObject({ competencyId: id, informs: informing })),
  structureIds: z.array(id),
})
export type VersionQuestion = z.infer<typeof versionQuestion>

/** What a version says, word for word: what the interviewer sees, and what is frozen when it is published. */
export const versionContent = z
  .object({
    ...head,
    competencies: z.array(versionCompetency),
    structures: z.array(answerStructureText.extend(named)),
    signals: z.array(signalText.extend(named)),
    sections: z.array(
      z.object({ id, title: z.string(), guidance: z.string(), questions: z.array(versionQuestion) }),
    ),
  })
  .meta({ id: 'VersionContent' })
export type VersionContent = z.infer<typeof versionContent>

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
      'question_without_points',
      'question_without_red_flags',
      'question_without_anchors',
      'anchor_beyond_scale',
      'more_minutes_than_the_interview',
    ]),
    /** Ids from the outside in: the section and the question, or the competency; empty for the version as a whole. */
    at: z.array(id),
    because: z.string(),
  })
  .meta({ id: 'VersionGap' })
export type VersionGap = z.infer<typeof versionGap>

/** One difference between two versions, by field. Values are shown as they are; null where there is none. */
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
