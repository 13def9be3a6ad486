import { z } from 'zod'
import { emailKinds, linkKinds, MAX_CANDIDATE_TAGS, phoneKinds } from './candidates.ts'
import { fold } from './folding.ts'
import { listQuery } from './list-query.ts'
import { hasNoTwins, reference } from './question-bank-entry.ts'
import { id, line, moment, revision } from './text.ts'

export const MAX_IMPORT_BYTES = 10 * 1_048_576
export const MAX_IMPORT_ROWS = 20_000
export const MAX_IMPORT_COLUMNS = 200
/** Rows of a preview. */
export const PREVIEWED_ROWS = 5
/** So long what stood in the file is kept after the last thing that was done with it; then only the outcomes stay. */
export const IMPORT_TEXT_DAYS = 30

/** What a file is by its beginning. */
export const importFormats = ['csv', 'json_resume'] as const
export const importFormat = z.enum(importFormats).meta({ id: 'ImportFormat' })
export type ImportFormat = z.infer<typeof importFormat>

/**
 * - mapping: its columns are being matched. - checking: the dry run goes on. - checked: the dry run is over.
 * - running: candidates are being written. - done: every row has its outcome. - stopped: by a person, or because the
 * person may no longer import; it can go on.
 */
export const importStates = ['mapping', 'checking', 'checked', 'running', 'done', 'stopped'] as const
export const importState = z.enum(importStates).meta({ id: 'ImportState' })
export type ImportState = z.infer<typeof importState>

/** What a column may be read as. */
export const importTargets = [
  'name',
  'firstName',
  'lastName',
  'preferredName',
  'headline',
  'company',
  'location',
  'source',
  'tags',
  'email',
  'phone',
  'link',
  'customField',
  'job',
  'stage',
  'appliedAt',
] as const
export const importTarget = z.enum(importTargets).meta({ id: 'ImportTarget' })
export type ImportTarget = z.infer<typeof importTarget>

/** Targets that several columns may be read as: each adds to what the others say. */
export const repeatableTargets: readonly ImportTarget[] = ['email', 'phone', 'link', 'tags', 'customField']

const contactKinds = [...new Set([...emailKinds, ...phoneKinds, ...linkKinds])] as const
const kindsOf: Partial<Record<ImportTarget, readonly string[]>> = {
  email: emailKinds,
  phone: phoneKinds,
  link: linkKinds,
}

/** How one column is read. A column that is not named is left out. */
export const importedColumn = z
  .strictObject({
    /** From 0. */
    column: z
      .int()
      .min(0)
      .max(MAX_IMPORT_COLUMNS - 1),
    to: importTarget,
    /** Of an e-mail address, a phone number or a link; null is the usual one. */
    kind: z.enum(contactKinds).nullable().default(null),
    /** With `customField`: which. */
    fieldId: reference.nullable().default(null),
  })
  .refine(({ to, kind }) => kind === null || kindsOf[to]?.includes(kind), {
    path: ['kind'],
    message: 'There is no such kind here.',
  })
  .refine(({ to, fieldId }) => (to === 'customField') === (fieldId !== null), {
    path: ['fieldId'],
    message: 'Choose a field for this column.',
  })
export type ImportedColumn = z.infer<typeof importedColumn>

const partOf = ({ to, fieldId, column }: ImportedColumn): string => {
  if (to === 'customField') return `${to} ${fieldId}`
  return repeatableTargets.includes(to) ? `${to} ${column}` : to
}

export const importMapping = z
  .array(importedColumn)
  .max(MAX_IMPORT_COLUMNS, `At most ${MAX_IMPORT_COLUMNS} columns.`)
  .refine((all) => hasNoTwins(all.map(({ column }) => String(column))), 'A column stands here twice.')
  .refine((all) => hasNoTwins(all.map(partOf)), 'Two columns are read as the same.')
export type ImportMapping = z.infer<typeof importMapping>

/** With a row whose person may be here already: leave it out, add another record, or add to the one who is here. */
export const duplicateChoices = ['skip', 'create', 'add'] as const
export const duplicateChoice = z.enum(duplicateChoices).meta({ id: 'DuplicateChoice' })
export type DuplicateChoice = z.infer<typeof duplicateChoice>

/** What holds for all rows of a file. */
export const importOptions = z.strictObject({
  duplicates: duplicateChoice.default('skip'),
  /** Everybody is put into the pipeline of this job; a column of jobs goes before it. */
  jobId: reference.nullable().default(null),
  /** Of that job; without it, its first one. */
  stageId: reference.nullable().default(null),
  /** Of those whose row names none. */
  source: line(120).nullable().default(null),
  /** For everybody. */
  tags: z
    .array(line(60))
    .max(MAX_CANDIDATE_TAGS, `At most ${MAX_CANDIDATE_TAGS} tags.`)
    .refine((all) => hasNoTwins(all.map(fold)), 'A tag stands here twice.')
    .default([]),
})
export type ImportOptions = z.infer<typeof importOptions>

export const updateCandidateImport = z
  .strictObject({ mapping: importMapping, options: importOptions })
  .partial()
  .meta({ id: 'UpdateCandidateImport' })
export type UpdateCandidateImport = z.infer<typeof updateCandidateImport>

/** Beside the file. */
export const addCandidateImport = z.strictObject({}).meta({ id: 'AddCandidateImport' })

/**
 * What becomes of a row, or became of it.
 * - created: a candidate. - added: to somebody who is here. - already: nothing, for it was imported before or adds
 * nothing. - skipped: nothing, for this may be somebody who is here. - error: nothing, see its problems.
 * - forgotten: somebody was erased, and what stood in the row with them.
 */
export const rowOutcomes = ['created', 'added', 'already', 'skipped', 'error', 'forgotten'] as const
export const rowOutcome = z.enum(rowOutcomes).meta({ id: 'ImportRowOutcome' })
export type RowOutcome = z.infer<typeof rowOutcome>

const counts = z.object(
  Object.fromEntries(rowOutcomes.map((outcome) => [outcome, z.int().default(0)])) as Record<
    RowOutcome,
    z.ZodDefault<z.ZodInt>
  >,
)
export type ImportCounts = z.infer<typeof counts>

const facts = {
  id,
  format: importFormat,
  fileName: z.string(),
  bytes: z.int(),
  state: importState,
  /** Why it stopped by itself, in words. */
  stoppedBecause: z.string().nullable(),
  rows: z.int(),
  /** By the dry run. */
  expected: counts,
  /** By the run. */
  outcomes: counts,
  createdAt: moment,
  createdByName: z.string().nullable(),
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  /** When what stood in the file goes, or went. */
  clearsAt: moment,
  isCleared: z.boolean(),
  revision,
}

/** A file of candidates on its way in, and what became of it. */
export const candidateImport = z.object(facts).meta({ id: 'CandidateImport' })
export type CandidateImport = z.infer<typeof candidateImport>

export const candidateImportDetail = z
  .object({
    ...facts,
    /** How the file was read. Windows-1252 is a guess: the letters should be looked at. */
    encoding: z.string(),
    delimiter: z.string().nullable(),
    /** As the header names them, with the first values of each. */
    columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
    mapping: z.array(
      z.object({
        column: z.int(),
        to: importTarget,
        kind: z.enum(contactKinds).nullable(),
        fieldId: id.nullable(),
      }),
    ),
    options: z.object({
      duplicates: duplicateChoice,
      jobId: id.nullable(),
      stageId: id.nullable(),
      source: z.string().nullable(),
      tags: z.array(z.string()),
    }),
    /** The very same file was imported before. */
    sameFile: z.object({ id, fileName: z.string(), createdAt: moment }).nullable(),
  })
  .meta({ id: 'CandidateImportDetail' })
export type CandidateImportDetail = z.infer<typeof candidateImportDetail>

/** What keeps a row from being imported: at which column of the file, or field of a résumé, and what stood there. */
export const rowProblem = z.object({
  column: z.string().nullable(),
  value: z.string().nullable(),
  because: z.string(),
})
export type RowProblem = z.infer<typeof rowProblem>

/** The first rows as they would be read. */
export const importPreview = z
  .array(
    z.object({
      position: z.int(),
      line: z.int(),
      /** What is read, in the order of a candidate's facts. */
      read: z.array(z.object({ to: importTarget, label: z.string().nullable(), text: z.string() })),
      problems: z.array(rowProblem),
    }),
  )
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof importPreview>

export const candidateImportRow = z
  .object({
    /** Its number among the rows of the import, from 1. */
    id: z.string(),
    /** Where it begins in its file. */
    line: z.int(),
    /** The file it came in, when there are several. */
    origin: z.string().nullable(),
    /** Whom it is about, as far as it says. */
    name: z.string().nullable(),
    expected: rowOutcome.nullable(),
    outcome: rowOutcome.nullable(),
    problems: z.array(rowProblem),
    /** Who may be the same person. */
    likely: z.array(z.object({ id, name: z.string() })),
    /** Who came of it, or whom it was added to. */
    candidateId: id.nullable(),
    candidateName: z.string().nullable(),
  })
  .meta({ id: 'CandidateImportRow' })
export type CandidateImportRow = z.infer<typeof candidateImportRow>

export const candidateImportList = listQuery({ sort: ['createdAt'], filter: { state: importState } })

export const candidateImportRowList = listQuery({
  sort: ['position'],
  direction: 'ASC',
  filter: { expected: rowOutcome, outcome: rowOutcome },
})
