import type { DocumentFormat, UnreadableReason } from '@assay/contracts'

/** Why a file is not taken; the sentence is for the person who chose it. */
export interface Refusal {
  taken: false
  because: string
}

export interface Taken {
  taken: true
  format: DocumentFormat
  /** Known at once to be beyond reading: it is kept, and no parser ever sees it. */
  unreadable: UnreadableReason | null
}

export type Verdict = Refusal | Taken

export const WHAT_IS_TAKEN =
  'Taken are PDF, Word (.docx), plain text or Markdown, and JSON Resume, of at most 10 MB.'

export const refuse = (because: string): Refusal => ({ taken: false, because: `${because} ${WHAT_IS_TAKEN}` })

export const take = (format: DocumentFormat, unreadable: UnreadableReason | null = null): Taken => ({
  taken: true,
  format,
  unreadable,
})
