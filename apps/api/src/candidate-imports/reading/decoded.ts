import { readFile } from 'node:fs/promises'

export interface Decoded {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

const EXCEL =
  'This is an Excel workbook. Open it there and save it as “CSV UTF-8 (comma delimited)”, then choose that file.'

/** What begins like this is no text that somebody exported. */
const SIGNS: [sign: string, because: string][] = [
  ['PK\u0003\u0004', EXCEL],
  ['\u00D0\u00CF\u0011\u00E0', EXCEL],
  ['%PDF-', 'This is a PDF. A résumé is added on the page of its candidate.'],
  ['<', 'This is a web page or XML, not a CSV file.'],
]

const marked = (bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

/**
 * The text of a file: UTF-8, UTF-16 with its mark, and what is neither is taken for Windows-1252, the encoding that
 * spreadsheets of Western Europe and America still save CSV in.
 */
export const decoded = async (path: string): Promise<Decoded | { because: string }> => {
  const bytes = await readFile(path)
  const head = bytes.subarray(0, 8).toString('latin1').trimStart()
  const odd = SIGNS.find(([sign]) => head.startsWith(sign))
  if (odd) return { because: odd[1] }
  const encoding = marked(bytes)
  const file = textIn(bytes, encoding) ?? textIn(bytes, 'windows-1252')!
  if (file.text.includes('\u0000'))
    return { because: 'This is not text, and no file that candidates are exported in.' }
  if (file.text.trim() === '') return { because: 'This file is empty.' }
  return file
}

const textIn = (bytes: Buffer, encoding: Decoded['encoding']): Decoded | null => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return null
  }
}
