import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** What a route under `@ReturnsFile` gives: its bytes, and the name that it is saved under. */
export interface FileAnswer {
  /** Without extension; anything that a person may have typed. */
  name: string
  extension: string
  bytes: Buffer | Readable
}

/** Marks a route that answers with a file, as declared in its `ANSWER`. */
export class FileOf {
  readonly mediaType: string

  constructor(mediaType: string) {
    this.mediaType = mediaType
  }
}

/** To be saved, never shown in the place of a page; sandbox, nosniff and no-store are on every answer. */
export const fileAnswer = (mediaType: string, file: FileAnswer, reply: FastifyReply): FileAnswer['bytes'] => {
  void reply.header('content-type', mediaType).header('content-disposition', dispositionOf(file))
  return file.bytes
}

/** Not allowed in a name on some system, or seen as something else than it is. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|%]+/gu
const LONGEST = 100

/** RFC 6266 with RFC 8187: plain letters for old clients, the true name for all others. */
const dispositionOf = ({ name, extension }: FileAnswer): string => {
  const safe = [...name.toWellFormed().normalize('NFC').replace(UNSAFE, ' ')].slice(0, LONGEST).join('')
  const tidy = safe.replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '') || 'document'
  const plain =
    tidy
      .normalize('NFKD')
      .replace(/[^\x20-\x7E]/g, '')
      .trim() || 'document'
  const encoded = encodeURIComponent(`${tidy}.${extension}`).replace(
    /['()!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${encoded}`
}
