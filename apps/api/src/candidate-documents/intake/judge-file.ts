import { open } from 'node:fs/promises'
import { judgeDocx } from './judge-docx.ts'
import { judgeJsonResume } from './judge-json-resume.ts'
import { judgeText } from './judge-text.ts'
import { refuse, take, type Verdict } from './verdict.ts'

/** As much as tells the kinds apart. */
const HEAD_BYTES = 4_100

/** Blanks and a byte order mark may stand before the first sign of a format. */
const withoutLeadingBlanks = (head: Buffer): Buffer => {
  let from = head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0
  while (from < head.length && [0x20, 0x09, 0x0a, 0x0d].includes(head[from]!)) from += 1
  return head.subarray(from)
}

/**
 * What a file is, by its bytes and its structure: neither its name nor the type it was sent with is asked. The file is
 * read in pieces, so that neither memory nor the event loop is held up by what somebody sends.
 */
export const judgeFile = async (path: string, bytes: number): Promise<Verdict> => {
  const head = await headOf(path)
  const start = withoutLeadingBlanks(head)
  if (start.length === 0 && bytes <= HEAD_BYTES) return refuse('This file is empty.')
  if (start.subarray(0, 5).toString('latin1') === '%PDF-') return take('pdf')
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return judgeDocx(path, bytes)
  if (start[0] === 0x7b /* { */) return judgeJsonResume(path, bytes)
  const known = await nameOfKind(head)
  if (known !== null) return refuse(known)
  return judgeText(path, head)
}

const headOf = async (path: string): Promise<Buffer> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Of a binary format that we know and do not take, in words; null for what may be text. */
const nameOfKind = async (head: Buffer): Promise<string | null> => {
  const { fileTypeFromBuffer } = await import('file-type')
  const kind = await fileTypeFromBuffer(head).catch(() => undefined)
  if (kind === undefined) return null
  if (kind.ext === 'cfb')
    return 'This is an old Word document, or one with a password: save it as .docx or PDF without one.'
  if (kind.ext === 'rtf') return 'This is rich text (RTF): save it as .docx or PDF.'
  if (kind.mime.startsWith('image/')) return 'This is a picture: save it as a PDF.'
  return `This is a ${kind.ext.toUpperCase()} file.`
}
