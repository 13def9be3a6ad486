import { z } from 'zod'
import { MAX_QUESTIONS, MAX_RATED, MAX_SECTIONS, preparation } from './interview-template-versions.ts'
import {
  answerStructureText,
  competencyText,
  contentKey,
  informing,
  questionText,
  signalText,
} from './question-bank-texts.ts'
import { scale } from './scale.ts'
import { line, prose } from './text.ts'

export const TEMPLATE_FILE_FORMAT = 'assay.interview-template'
export const TEMPLATE_FILE_VERSION = 1

/** The name of an entry within one file; `key` is its name in every Assay, where it has one. */
const ref = line(80)
const named = { ref, key: contentKey.nullable() }

/** Refs are names within the file. */
const distinct =
  (what: string) =>
  (all: readonly { ref: string }[], context: z.RefinementCtx): void => {
    for (const [place, { ref: given }] of all.entries()) {
      if (all.findIndex((other) => other.ref === given) === place) continue
      const message = `There are two ${what} with the ref "${given}".`
      context.addIssue({ code: 'custom', path: [place, 'ref'], message })
    }
  }

const unique = (refs: readonly string[], context: z.RefinementCtx): void => {
  for (const [place, given] of refs.entries()) {
    if (refs.indexOf(given) === place) continue
    context.addIssue({ code: 'custom', path: [place], message: `"${given}" stands here twice.` })
  }
}

/**
 * One version of an interview template as a file, complete in itself: the texts as the version says them, linked by
 * refs. What it needs of the question bank is found or made when it is taken in.
 */
export const templateFile = z
  .strictObject({
    format: z.literal(TEMPLATE_FILE_FORMAT, { error: 'This is not a template file of Assay.' }),
    formatVersion: z.literal(TEMPLATE_FILE_VERSION, {
      error: ({ input }) =>
        input === undefined
          ? 'This is not a template file of Assay.'
          : `This file is of version ${JSON.stringify(input)} of the format; this Assay reads version ${TEMPLATE_FILE_VERSION}.`,
    }),
    name: line(120),
    purpose: prose(1_000),
    durationMinutes: z.int().min(5).max(480),
    scale,
    instructions: prose(8_000),
    preparation,
    /** Refs of the competencies rated in this interview, in the order of the scorecard. */
    rated: z.array(ref).max(MAX_RATED).superRefine(unique),
    /** Refs of the answer structures that stand beside the whole interview. */
    shown: z.array(ref).max(MAX_RATED).superRefine(unique),
    /** Also those that only a question names. */
    competencies: z.array(competencyText.extend(named)).max(100).superRefine(distinct('competencies')),
    structures: z
      .array(answerStructureText.extend(named))
      .max(100)
      .superRefine(distinct('answer structures')),
    signals: z.array(signalText.extend(named)).max(100).superRefine(distinct('signals')),
    questions: z
      .array(
        questionText.extend({
          ...named,
          competencies: z
            .array(z.strictObject({ competency: ref, informs: informing }))
            .max(MAX_RATED)
            .superRefine((all, context) =>
              unique(
                all.map(({ competency }) => competency),
                context,
              ),
            ),
          structures: z.array(ref).max(MAX_RATED).superRefine(unique),
        }),
      )
      .max(MAX_QUESTIONS)
      .superRefine(distinct('questions')),
    sections: z
      .array(z.strictObject({ title: line(120), guidance: prose(4_000), questions: z.array(ref) }))
      .max(MAX_SECTIONS),
  })
  .superRefine((file, context) => {
    const known = (entries: readonly { ref: string }[]): Set<string> =>
      new Set(entries.map((entry) => entry.ref))
    const check = (given: string, set: Set<string>, path: (string | number)[]): void => {
      if (!set.has(given)) {
        context.addIssue({ code: 'custom', path, message: `"${given}" is not described in this file.` })
      }
    }
    const asked = known(file.questions)
    const rated = known(file.competencies)
    const structures = known(file.structures)
    for (const [place, one] of file.rated.entries()) check(one, rated, ['rated', place])
    for (const [place, one] of file.shown.entries()) check(one, structures, ['shown', place])
    for (const [at, section] of file.sections.entries()) {
      for (const [place, question] of section.questions.entries())
        check(question, asked, ['sections', at, 'questions', place])
    }
    for (const [at, question] of file.questions.entries()) {
      for (const [place, structure] of question.structures.entries())
        check(structure, structures, ['questions', at, 'structures', place])
      for (const [place, { competency }] of question.competencies.entries())
        check(competency, rated, ['questions', at, 'competencies', place, 'competency'])
    }
    const places = file.sections.flatMap((section) => section.questions)
    for (const [place, { ref: given }] of file.questions.entries()) {
      if (places.includes(given)) continue
      const message = `"${given}" is asked in no section.`
      context.addIssue({ code: 'custom', path: ['questions', place, 'ref'], message })
    }
    for (const [place, question] of places.entries()) {
      if (places.indexOf(question) !== place) {
        context.addIssue({ code: 'custom', path: ['sections'], message: `"${question}" is asked twice.` })
      }
    }
  })
  .meta({ id: 'TemplateFile' })
export type TemplateFile = z.infer<typeof templateFile>

/**
 * The format for whoever writes such files with something else (JSON Schema 2020-12). What a schema cannot say is checked
 * when a file is taken in: that each ref is described, and that no name is there twice.
 */
export const templateFileSchema = (): Record<string, unknown> => ({
  $id: `urn:${TEMPLATE_FILE_FORMAT}:${TEMPLATE_FILE_VERSION}`,
  title: 'Assay interview template',
  ...z.toJSONSchema(templateFile, { io: 'input' }),
})

export const templateFileSchemaAnswer = z.record(z.string(), z.unknown()).meta({ id: 'TemplateFileSchema' })

/** What becomes of one entry of a file when it is taken in. */
export const entryFate = z
  .object({
    what: z.enum(['competency', 'structure', 'signal', 'question']),
    ref: z.string(),
    name: z.string(),
    /** As it is in the bank; in the bank, and put otherwise in this version; not in the bank, so it is added. */
    fate: z.enum(['same', 'put_otherwise', 'added']),
    /** Fields that this version puts otherwise than the bank. */
    fields: z.array(z.string()),
    /** Fields that differ and that a version cannot put otherwise: the bank's stay. */
    kept: z.array(z.string()),
  })
  .meta({ id: 'EntryFate' })
export type EntryFate = z.infer<typeof entryFate>
