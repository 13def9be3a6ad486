import { holdsWords, normalText } from './normal-text.ts'
import type { RawText } from './read-pdf.ts'
import type { Reading, ReadingOrder, Suggestion } from './reading.ts'
import { suggestionsIn } from './suggestions.ts'

/** Takes a document's text out. A document that cannot be read is an answer, not an error. */
export const readDocument = async (order: ReadingOrder): Promise<Reading> => {
  let raw: RawText & { suggestions?: Suggestion[] }
  try {
    raw = await rawTextOf(order)
  } catch (error) {
    return { state: 'unreadable', because: asksForPassword(error) ? 'encrypted' : 'corrupt' }
  }
  const { text, isCut } = normalText(raw.text, order.longestText)
  if (!holdsWords(text)) return { state: 'unreadable', because: 'no_text' }
  return {
    state: 'read',
    text,
    isCut: isCut || raw.isCut,
    pages: raw.pages,
    suggestions: raw.suggestions ?? suggestionsIn(text),
  }
}

/** Each reader is loaded only where it is needed: the thread lives for one document. */
const rawTextOf = async ({
  format,
  bytes,
  longestText,
}: ReadingOrder): Promise<RawText & { suggestions?: Suggestion[] }> => {
  switch (format) {
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(bytes, longestText)
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(bytes)
    case 'json_resume':
      return (await import('./read-json-resume.ts')).readJsonResume(bytes)
    case 'text':
      return (await import('./read-text.ts')).readText(bytes)
  }
}

const asksForPassword = (error: unknown): boolean =>
  (error as { name?: unknown } | null)?.name === 'PasswordException'
