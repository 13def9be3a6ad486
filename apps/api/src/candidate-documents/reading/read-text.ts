import { markedEncoding } from '../intake/judge-text.ts'
import type { RawText } from './read-pdf.ts'

/** As it was judged: by its mark, or UTF-8, or what Windows wrote before. */
export const readText = (bytes: Uint8Array): RawText => ({ text: decoded(bytes), isCut: false, pages: null })

const decoded = (bytes: Uint8Array): string => {
  const marked = markedEncoding(bytes)
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
