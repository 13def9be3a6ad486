import { open } from 'node:fs/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { refuse, take, type Verdict } from './verdict.ts'

export const MAX_ENTRIES = 200
export const MAX_UNPACKED = 20 * 1_048_576
/** Unpacked size by the size of the file. */
export const MAX_RATIO = 100

const CONTENT_TYPES = '[Content_Types].xml'
const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const MACROS = ['macroenabled', 'vbaproject']

class Refused extends Error {}
/** Neither taken apart nor refused as something else: the beginning is a DOCX's, and the rest is missing or wrong. */
class Corrupt extends Error {}

/**
 * A Word document, unpacked once in passing: what it really holds is counted, not what it says it holds, and the first
 * byte over a limit ends it. No part may declare a document type, so there are no entities to expand or to fetch.
 */
export const judgeDocx = async (path: string, bytes: number): Promise<Verdict> => {
  try {
    await walk(path, bytes)
    return take('docx')
  } catch (error) {
    if (error instanceof Refused) return refuse(error.message)
    if (error instanceof Corrupt) return take('docx', 'corrupt')
    throw error
  }
}

const walk = async (path: string, bytes: number): Promise<void> => {
  const zip = await opened(path)
  try {
    if (zip.comment !== '') throw new Refused('This archive carries more than a document.')
    if (zip.entryCount > MAX_ENTRIES) throw new Refused(`This document has more than ${MAX_ENTRIES} parts.`)
    const entries = await entriesOf(zip)
    if (!entries.has(CONTENT_TYPES)) throw new Refused('This is a ZIP archive.')
    const unpacked = new Unpacked(bytes)
    for (const entry of entries.values()) await unpacked.read(zip, entry)
    const types = unpacked.contentTypes
    if (MACROS.some((sign) => types.toLowerCase().includes(sign))) {
      throw new Refused('This document holds macros.')
    }
    if (!types.includes(`"${DOCUMENT_TYPE}"`))
      throw new Refused('This is an Office file, but no Word document.')
  } finally {
    zip.close()
  }
}

const opened = async (path: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, {
      autoClose: false,
      strictFileNames: true,
      // What they say is compared with what was counted.
      validateEntrySizes: false,
    })
  } catch (error) {
    if (isOfDisk(error)) throw error
    // Without its directory it cannot be told what an archive holds; it is kept only where it begins as a DOCX does.
    throw (await beginsAsDocx(path)) ? new Corrupt() : new Refused('This is a broken ZIP archive.')
  }
}

const entriesOf = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Refused('This document has two parts of one name.')
      if (entry.isEncrypted()) throw new Refused('This archive has a password.')
      if (/(^|\/)vbaproject\.bin$/i.test(entry.fileName)) throw new Refused('This document holds macros.')
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    if (error instanceof Refused || isOfDisk(error)) throw error
    throw new Refused('This archive has parts with forbidden names, or a broken directory.')
  }
  const first = Math.min(...[...entries.values()].map((entry) => entry.relativeOffsetOfLocalHeader))
  if (entries.size > 0 && first !== 0) throw new Refused('This archive has something else in front of it.')
  return entries
}

const IS_MARKUP = /\.(xml|rels|vml)$/i

/** Counts over all parts of one archive. */
class Unpacked {
  private total = 0
  private readonly limit: number
  contentTypes = ''

  constructor(archiveBytes: number) {
    this.limit = Math.min(MAX_UNPACKED, archiveBytes * MAX_RATIO)
  }

  async read(zip: ZipFile, entry: Entry): Promise<void> {
    const isMarkup = IS_MARKUP.test(entry.fileName)
    const before = this.total
    let tail = Buffer.alloc(0)
    try {
      for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        this.count(piece.length)
        if (isMarkup) tail = refuseDeclarations(Buffer.concat([tail, piece]))
        if (entry.fileName === CONTENT_TYPES) this.contentTypes += piece.toString('latin1')
      }
    } catch (error) {
      if (error instanceof Refused || isOfDisk(error)) throw error
      throw new Corrupt()
    }
    if (this.total - before !== entry.uncompressedSize) {
      throw new Refused('This archive says wrong sizes of its parts.')
    }
  }

  private count(bytes: number): void {
    this.total += bytes
    if (this.total > this.limit) throw new Refused('This document unpacks to far more than a document holds.')
  }
}

/**
 * `<!` may begin a comment or CDATA only. A zero byte would be another encoding, in which it could hide.
 * @returns the end of the markup, where a sign may have begun that goes on in the next piece
 */
const refuseDeclarations = (markup: Buffer): Buffer<ArrayBuffer> => {
  if (markup.includes(0)) throw new Refused('This document is written in an encoding that is not taken.')
  for (
    let at = markup.indexOf('<!');
    at !== -1 && at + 2 < markup.length;
    at = markup.indexOf('<!', at + 2)
  ) {
    const next = markup[at + 2]
    if (next !== 0x2d /* - */ && next !== 0x5b /* [ */) {
      throw new Refused('This document declares a document type or entities, which no Word document does.')
    }
  }
  return Buffer.from(markup.subarray(-2))
}

const beginsAsDocx = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    const name = buffer.subarray(30, bytesRead).toString('latin1')
    return [CONTENT_TYPES, '_rels/.rels', 'word/', 'docProps/'].some((start) => name.startsWith(start))
  } finally {
    await file.close()
  }
}

const isOfDisk = (error: unknown): boolean => (error as { syscall?: unknown } | null)?.syscall !== undefined
