import { z } from 'zod'
import { versionDifference, versionGap, versionStatus } from './interview-template-versions.ts'
import { versionBank, versionContent, versionDraft } from './interview-template-versions.ts'
import { entryFate, templateFile } from './interview-template-files.ts'
import { listQuery } from './list-query.ts'
import { entryFacts, entryFilter } from './question-bank-entry.ts'
import { id, line, moment, prose, revision } from './text.ts'

/** Drafts and versions in review of one template at once. */
export const MAX_OPEN_VERSIONS = 20

const person = z.object({ id, name: z.string() })

/** One line of a template's history. */
export const versionSummary = z
  .object({
    id,
    templateId: id,
    number: z.int(),
    status: versionStatus,
    revision,
    /** What is new in it, in the words of whoever sent it on. */
    note: z.string(),
    durationMinutes: z.int(),
    /** What its questions take together. */
    minutes: z.int(),
    questions: z.int(),
    competencies: z.int(),
    /** Null: it came with Assay. */
    createdBy: person.nullable(),
    publishedBy: person.nullable(),
    createdAt: moment,
    updatedAt: moment,
    submittedAt: moment.nullable(),
    publishedAt: moment.nullable(),
    retiredAt: moment.nullable(),
  })
  .meta({ id: 'VersionSummary' })
export type VersionSummary = z.infer<typeof versionSummary>

/** A named kit. What it says lives in its versions, of which at most one is published at a time. */
export const interviewTemplate = z
  .object({
    ...entryFacts,
    name: z.string(),
    /** What this interview is to find out. */
    purpose: z.string(),
    published: versionSummary.nullable(),
    /** Drafts and versions in review, the newest first. */
    open: z.array(versionSummary),
  })
  .meta({ id: 'InterviewTemplate' })
export type InterviewTemplate = z.infer<typeof interviewTemplate>

const names = { name: line(120), purpose: prose(1_000) }

/** Begins with an empty draft. */
export const createInterviewTemplate = z
  .strictObject({ name: names.name, purpose: names.purpose.default('') })
  .meta({ id: 'CreateInterviewTemplate' })
export type CreateInterviewTemplate = z.infer<typeof createInterviewTemplate>

export const updateInterviewTemplate = z.strictObject(names).partial().meta({ id: 'UpdateInterviewTemplate' })
export type UpdateInterviewTemplate = z.infer<typeof updateInterviewTemplate>

/** A template of its own, with a draft that says what the given version says (else the published, else the newest). */
export const cloneInterviewTemplate = z
  .strictObject({ name: names.name, versionId: id.optional() })
  .meta({ id: 'CloneInterviewTemplate' })
export type CloneInterviewTemplate = z.infer<typeof cloneInterviewTemplate>

export const interviewTemplateList = listQuery({
  sort: ['name', 'updatedAt'],
  direction: 'ASC',
  filter: {
    ...entryFilter,
    /** Templates that have a version in this state. */
    status: versionStatus,
    /** Templates whose published or open versions name this entry of the bank. */
    questionId: id,
    competencyId: id,
    structureId: id,
    signalId: id,
  },
})

export const interviewTemplateVersionList = listQuery({
  sort: ['number'],
  filter: { templateId: id, status: versionStatus },
})

/** Whether the person who asks may take this step now, and why not. */
export const verdict = z.object({ allowed: z.boolean(), because: z.string().nullable() })

export const interviewTemplateVersion = z
  .object({
    ...versionSummary.omit({ minutes: true, questions: true, competencies: true, durationMinutes: true })
      .shape,
    template: interviewTemplate.pick({ id: true, name: true, purpose: true, archivedAt: true }),
    /** Which version this draft began with; null for the first. */
    basedOn: versionSummary.pick({ id: true, number: true, status: true }).nullable(),
    /** The version that is published now, this one or another. */
    published: versionSummary.pick({ id: true, number: true }).nullable(),
    /** Edition of the built-in kits that this version brought. */
    builtInVersion: z.string().nullable(),
    /** Why it came back from review. */
    returnNote: z.string(),
    submittedBy: person.nullable(),
    /** While it is a draft: what is written, and the bank's entries it names. */
    draft: versionDraft.nullable(),
    bank: versionBank.nullable(),
    /** What is missing before it may be published. */
    gaps: z.array(versionGap),
    /** From review on: what it says, frozen. */
    content: versionContent.nullable(),
    /** Names its words as they are now. A step that carries it is refused when they are others by then. */
    wordsHash: z.string(),
    may: z.object({
      edit: verdict,
      discard: verdict,
      submitForReview: verdict,
      return: verdict,
      publish: verdict,
      retire: verdict,
    }),
  })
  .meta({ id: 'InterviewTemplateVersion' })
export type InterviewTemplateVersion = z.infer<typeof interviewTemplateVersion>

/** A further draft of a template: it begins with the given version, else the published, else the newest. */
export const createTemplateVersion = z
  .strictObject({ templateId: id, basedOnId: id.optional() })
  .meta({ id: 'CreateTemplateVersion' })
export type CreateTemplateVersion = z.infer<typeof createTemplateVersion>

export const updateTemplateVersion = z
  .strictObject({ draft: versionDraft })
  .meta({ id: 'UpdateTemplateVersion' })
export type UpdateTemplateVersion = z.infer<typeof updateTemplateVersion>

/** A sentence on what is new; left out, the one given with the review stays. */
export const versionNote = z
  .strictObject({ note: prose(1_000).optional(), wordsHash: z.string().max(64).optional() })
  .prefault({})
  .meta({ id: 'VersionNote' })
export type VersionNote = z.infer<typeof versionNote>

/** Why it goes back: whoever wrote it has to know. */
export const versionReturn = z.strictObject({ note: prose(1_000, 1) }).meta({ id: 'VersionReturn' })
export type VersionReturn = z.infer<typeof versionReturn>

/** Without `against`: the version it began with. */
export const diffQuery = z.strictObject({ against: id.optional() })

export const versionDiff = z
  .object({
    against: versionSummary.pick({ id: true, number: true, status: true }),
    differences: z.array(versionDifference),
  })
  .meta({ id: 'VersionDiff' })
export type VersionDiff = z.infer<typeof versionDiff>

/** A file becomes a template of its own, or a further draft of one that is there. */
export const importTemplate = z
  .strictObject({
    file: templateFile,
    /** Tell what would happen, and do nothing. */
    dryRun: z.boolean().default(false),
    /** Instead of the name in the file. */
    name: names.name.optional(),
    templateId: id.optional(),
  })
  .refine(({ name, templateId }) => name === undefined || templateId === undefined, {
    path: ['name'],
    message: 'A template that is there keeps its name.',
  })
  .meta({ id: 'ImportTemplate' })
export type ImportTemplate = z.infer<typeof importTemplate>

export const templateImport = z
  .object({
    dryRun: z.boolean(),
    name: z.string(),
    /** What stands in the way: field and sentence. Empty after an import that was carried out. */
    problems: z.record(z.string(), z.string()),
    /** What becomes of each entry. */
    fates: z.array(entryFate),
    /** Against the published version of the template it goes into. */
    differences: z.array(versionDifference),
    /** What the draft still lacks before it may be published. */
    gaps: z.array(versionGap),
    templateId: id.nullable(),
    versionId: id.nullable(),
  })
  .meta({ id: 'TemplateImport' })
export type TemplateImport = z.infer<typeof templateImport>
