import { z } from 'zod'
import { listQuery } from './list-query.ts'
import { id, line, moment, revision } from './text.ts'

export const MAX_DOCUMENT_BYTES = 10 * 1_048_576
export const MAX_CANDIDATE_DOCUMENTS = 50
/** So long a removed document can be restored; then its file and its text are gone for good. */
export const RESTORABLE_DAYS = 30
/** UTF-16 units of text that are kept of a document. */
export const MAX_DOCUMENT_TEXT = 200_000

/** What a document is to the people who hire; the person who adds it says so. */
export const documentKinds = ['resume', 'cover_letter', 'portfolio', 'other'] as const
export const documentKind = z.enum(documentKinds).meta({ id: 'DocumentKind' })
export type DocumentKind = z.infer<typeof documentKind>

/** What a file is by its bytes. */
export const documentFormats = ['pdf', 'docx', 'text', 'json_resume'] as const
export const documentFormat = z.enum(documentFormats).meta({ id: 'DocumentFormat' })
export type DocumentFormat = z.infer<typeof documentFormat>

/** The text is being taken out; stands in `text`; or could not be. */
export const documentStates = ['reading', 'read', 'unreadable'] as const
export const documentState = z.enum(documentStates).meta({ id: 'DocumentState' })
export type DocumentState = z.infer<typeof documentState>

/**
 * - encrypted: it asks for a password. - corrupt: it is broken or cut short. - no_text: pictures of pages, or empty.
 * - too_demanding: reading it took too much time or memory, or ended the reader.
 */
export const unreadableReasons = ['encrypted', 'corrupt', 'no_text', 'too_demanding'] as const
export const unreadableReason = z.enum(unreadableReasons).meta({ id: 'UnreadableReason' })
export type UnreadableReason = z.infer<typeof unreadableReason>

/** Where in a document a suggestion stands: characters of its text, or a field of its JSON. */
const place = z.union([
  z.object({ from: z.int().min(0), to: z.int().min(0), line: z.int().min(1) }),
  z.object({ path: z.string() }),
])

/** Found in a document, not known to be true: nothing comes of it until a person accepts it. */
export const documentSuggestion = z
  .object({
    /** Within its document. */
    id: z.string(),
    field: z.enum(['name', 'email', 'phone', 'link']),
    value: z.string(),
    place,
    acceptedAt: moment.nullable(),
    acceptedBy: id.nullable(),
  })
  .meta({ id: 'DocumentSuggestion' })
export type DocumentSuggestion = z.infer<typeof documentSuggestion>

const facts = {
  id,
  candidateId: id,
  kind: documentKind,
  /** As the file was called, for people to read. */
  name: z.string(),
  format: documentFormat,
  bytes: z.int(),
  state: documentState,
  unreadableBecause: unreadableReason.nullable(),
  addedAt: moment,
  addedBy: id.nullable(),
  addedByName: z.string().nullable(),
  removedAt: moment.nullable(),
  removedBy: id.nullable(),
  removalReason: z.string().nullable(),
  /** Until then a removed document can be restored. */
  restorableUntil: moment.nullable(),
  revision,
}

/** A document of a candidate, without its text. */
export const candidateDocument = z.object(facts).meta({ id: 'CandidateDocument' })
export type CandidateDocument = z.infer<typeof candidateDocument>

export const candidateDocumentDetail = z
  .object({
    ...facts,
    /** Null unless `state` is `read`. */
    text: z.string().nullable(),
    /** The document holds more than is kept of its text. */
    isTextCut: z.boolean(),
    pages: z.int().nullable(),
    suggestions: z.array(documentSuggestion),
  })
  .meta({ id: 'CandidateDocumentDetail' })
export type CandidateDocumentDetail = z.infer<typeof candidateDocumentDetail>

/** The fields beside the file in an upload. */
export const addCandidateDocument = z
  .strictObject({ kind: documentKind.default('resume') })
  .meta({ id: 'AddCandidateDocument' })

export const removeCandidateDocument = z
  .strictObject({ reason: line(500) })
  .meta({ id: 'RemoveCandidateDocument' })

export const acceptDocumentSuggestions = z
  .strictObject({ suggestionIds: z.array(line(40)).min(1, 'Choose at least one.').max(100, 'At most 100.') })
  .meta({ id: 'AcceptDocumentSuggestions' })

export const candidateDocumentList = listQuery({
  sort: ['addedAt'],
  filter: { kind: documentKind, removed: z.boolean() },
})
