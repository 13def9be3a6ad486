import mammoth from 'mammoth'
import { fromBufferPromise, type ZipFile } from 'yauzl'
import type { RawText } from './read-pdf.ts'

/** The parts that hold words. Others are never unpacked, whatever the document says about them. */
const HOLDS_WORDS = /\.(xml|rels)$/i
const LARGEST_PARTS = 20 * 1_048_576

/**
 * The text of a Word document. Its parts are unpacked with the library that checked them, not with mammoth's own, so
 * that both see the same archive; pictures are not, and nothing outside of the document is.
 */
export const readDocx = async (bytes: Uint8Array): Promise<RawText> => {
  const parts = await partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: string) => {
      const part = parts.get(name)
      if (part === undefined) throw new Error(`This document has no ${name}.`)
      return encoding === undefined ? new Uint8Array(part) : part.toString(encoding as BufferEncoding)
    },
  }
  // Mammoth takes an opened file, too; its types only know buffers and paths.
  const { value } = await mammoth.extractRawText({ file } as never)
  return { text: value, isCut: false, pages: null }
}

const partsOf = async (archive: Buffer): Promise<Map<string, Buffer>> => {
  const zip = await fromBufferPromise(archive, { strictFileNames: true })
  const parts = new Map<string, Buffer>()
  let total = 0
  for await (const entry of zip.eachEntry()) {
    if (!HOLDS_WORDS.test(entry.fileName)) continue
    total += entry.uncompressedSize
    if (total > LARGEST_PARTS) throw new Error('This document unpacks to more than was checked.')
    parts.set(entry.fileName, await contentOf(zip, entry))
  }
  return parts
}

const contentOf = async (
  zip: ZipFile,
  entry: Parameters<ZipFile['openReadStreamPromise']>[0],
): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>)
    pieces.push(piece)
  return Buffer.concat(pieces)
}
