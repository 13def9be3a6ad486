import { z } from 'zod'
import { jobLevel, level } from './scale.ts'
import { line, prose } from './text.ts'

/**
 * What an entry of the question bank says, apart from what it is linked with: the same in the bank, in a version of an
 * interview template, in a built-in kit and in an exported file. Texts may be empty while somebody is still writing;
 * what must be there before a version is published is a rule of its own (publishing).
 */

/** Stable name of built-in content (`trade-off-thinking`, `q.gil`, `structure.system-design`), null for an organization's own. */
export const contentKey = z
  .string()
  .max(80, 'At most 80 characters.')
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'Small letters, digits, dots and dashes only.')

export const MAX_ENTRIES = 30
/** A list of short texts, each one thought. */
export const entries = z.array(prose(600, 1)).max(MAX_ENTRIES, `At most ${MAX_ENTRIES} entries.`)

/** What a level looks like: observable behaviour, not an adverb. */
export const anchor = z.strictObject({ level, text: prose(1_200) }).meta({ id: 'Anchor' })
export type Anchor = z.infer<typeof anchor>
export const anchors = z
  .array(anchor)
  .max(5, 'At most one anchor per level.')
  .refine((all) => new Set(all.map((one) => one.level)).size === all.length, 'Two anchors for one level.')

export const competencyText = z.strictObject({
  name: line(120),
  definition: prose(2_000),
  /** What a candidate may be told about it: what is looked at, neither questions nor anchors. */
  forCandidates: prose(600),
  strongBehaviours: entries,
  weakBehaviours: entries,
  anchors,
})
export type CompetencyText = z.infer<typeof competencyText>

export const minutes = z
  .int('A whole number of minutes.')
  .min(1, 'At least one minute.')
  .max(240, 'At most four hours.')

export const questionText = z.strictObject({
  title: line(120),
  prompt: prose(4_000, 1),
  intent: prose(1_200),
  expectedPoints: entries,
  seniorExtras: entries,
  redFlags: entries,
  followUps: entries,
  anchors,
  minutes,
  levels: z.array(jobLevel).max(5),
})
export type QuestionText = z.infer<typeof questionText>

/** How strongly a question informs a competency. */
export const informs = ['primary', 'secondary'] as const
export const informing = z.enum(informs)

export const answerStructureText = z.strictObject({
  name: line(120),
  purpose: prose(600),
  /** In the order in which a good answer goes; ticked while listening. */
  steps: z
    .array(z.strictObject({ key: contentKey, text: prose(300, 1) }))
    .max(MAX_ENTRIES, `At most ${MAX_ENTRIES} steps.`)
    .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'Two steps have one key.'),
})
export type AnswerStructureText = z.infer<typeof answerStructureText>

/** A general sign, good or bad, ticked on any scorecard that shows it. */
export const signalKinds = ['strong', 'red_flag'] as const
export const signalKind = z.enum(signalKinds)
export const signalText = z.strictObject({ kind: signalKind, text: prose(300, 1) })
export type SignalText = z.infer<typeof signalText>
